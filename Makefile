# unyoke: `make help` lists the targets.

SWIFT    ?= swift
PREFIX   ?= /usr/local
DESTDIR  ?=
ARGS     ?=
# static (the shipped form) or dynamic (needs libc and libcap).
LINK     ?= static

BINDIR   = $(DESTDIR)$(PREFIX)/bin
# Must agree with Personality.swift; `make check` compares.
PROGRAMS = unshare

SCRATCH  = .build-$(LINK)
# The stripped release binary, and the same with symbols for a debugger.
RELEASE  = $(SCRATCH)/unyoke
UNSTRIPPED = $(SCRATCH)/release/unyoke

# The Embedded flags stand here and not in Package.swift: docs/embedded-rules.md.
TARGET_INFO := $(shell $(SWIFT) -print-target-info 2>/dev/null || swiftc -print-target-info 2>/dev/null)
field        = $(shell printf '%s' '$(TARGET_INFO)' | sed -n 's/.*"$(1)": "\([^"]*\)".*/\1/p')
UNICODE     := $(call field,runtimeResourcePath)/embedded/$(call field,unversionedTriple)/libswiftUnicodeDataTables.a

EMBEDDED = --disable-local-rpath \
  -Xswiftc -enable-experimental-feature -Xswiftc Embedded \
  -Xswiftc -Osize -Xswiftc -Xfrontend -Xswiftc -function-sections \
  -Xswiftc -use-ld=lld -Xlinker $(UNICODE) -Xlinker --as-needed -Xlinker -lm
# The driver also passes -pie, which clang then finds unused.
LINK_static  = -Xswiftc -Xclang-linker -Xswiftc -static -Xswiftc -Xclang-linker -Xswiftc -Wno-unused-command-line-argument
LINK_dynamic =
LINK_FLAGS   = $(LINK_$(LINK))

.PHONY: release
release:
	$(SWIFT) build -c release --product unyoke --scratch-path $(SCRATCH) $(EMBEDDED) $(LINK_FLAGS)
	strip -o $(RELEASE) $(UNSTRIPPED)
