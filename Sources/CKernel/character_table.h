/* What Tools/characters writes: see characters.c. */
#pragma once

#include <stddef.h>
#include <stdint.h>

extern const char uy_character_source[];
extern const uint32_t uy_character_runs[];
extern const size_t uy_character_run_count;
extern const uint16_t uy_character_kinds[];
