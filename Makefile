# unyoke: `make help` lists the targets.
.DEFAULT_GOAL := help

SWIFT    ?= swift
PREFIX   ?= /usr/local
DESTDIR  ?=
ARGS     ?=
LINKS    ?=
# static (the shipped form, with musl) or dynamic (needs glibc and libcap).
LINK     ?= static

# Must agree with Personality.swift; `make check` compares.
PROGRAMS = unshare nsenter nsls lsns

SCRATCH  = .build-$(LINK)
# The stripped release binary, and the same with symbols for a debugger.
RELEASE  = $(SCRATCH)/unyoke
UNSTRIPPED = $(SCRATCH)/release/unyoke
# Both are hashes over the folder it was built in; without them the bytes are the same anywhere.
# The toolchain's own tool: strip(1) of binutils loses the segment that says what becomes read-only.
OBJCOPY  = $(or $(wildcard $(RESOURCES)/../../bin/llvm-objcopy),llvm-objcopy)
STRIP    = $(OBJCOPY) --strip-all -R .swift_modhash -R .note.gnu.build-id

# The Embedded flags stand here and not in Package.swift: docs/embedded-rules.md.
TARGET_INFO := $(shell $(SWIFT) -print-target-info 2>/dev/null || swiftc -print-target-info 2>/dev/null)
field        = $(shell printf '%s' '$(TARGET_INFO)' | sed -n 's/.*"$(1)": "\([^"]*\)".*/\1/p')
RESOURCES   := $(call field,runtimeResourcePath)
UNICODE     := $(RESOURCES)/embedded/$(call field,unversionedTriple)/libswiftUnicodeDataTables.a

# For size, the C floor too. No register is kept for frames: debuggers have tables of their own. Checks of
# the stack, as Debian builds the originals.
# Functions that are the same are kept once, and nothing is ever unwound: no table of frames.
# Without math-errno a square root is one instruction and needs no libm.
# Traps of one function may share an instruction, which only somebody with a debugger sees. The checks of
# exclusive access while it runs are empty functions in Embedded Swift; the debug build has real ones.
EMBEDDED = --disable-local-rpath --omit-frame-pointers \
  -Xswiftc -enable-experimental-feature -Xswiftc Embedded \
  -Xswiftc -Osize -Xswiftc -Xfrontend -Xswiftc -function-sections \
  -Xswiftc -Xfrontend -Xswiftc -mergeable-traps -Xswiftc -enforce-exclusivity=unchecked -Xcc -Os \
  -Xcc -DUY_EMBEDDED -Xcc -fstack-protector-strong -Xcc -fno-math-errno -Xcc -fno-asynchronous-unwind-tables \
  -Xswiftc -use-ld=lld -Xlinker $(UNICODE) -Xlinker --as-needed \
  -Xlinker --icf=all -Xlinker --no-eh-frame-hdr -Xlinker -z -Xlinker now
# The static binary stands on musl: before main, glibc asks the processor what it is, which takes
# longer than all that unshare does. Its headers come first in a system root of their own, beside
# those of the kernel and of libcap; nothing of glibc can be seen from there.
MACHINE     := $(firstword $(subst -, ,$(call field,unversionedTriple)))
MUSL         = /usr/lib/$(MACHINE)-linux-musl
MUSL_HEADERS = /usr/include/$(MACHINE)-linux-musl
SYSROOT      = $(abspath $(SCRATCH))/sysroot
LIBGCC       = $(shell $(or $(wildcard $(RESOURCES)/../../bin/clang),clang) --rtlib=libgcc -print-libgcc-file-name)
# Which functions stand together at the beginning; `make order` writes it.
ORDER        = Tools/order/symbols.txt
# At a fixed address: a static PIE relocates itself at each start, which took 0.03 to 0.04 of the
# original's time. The driver also passes -pie, which clang then finds unused.
LINK_static  = -Xcc --sysroot=$(SYSROOT) -Xcc -DUY_FIRST_ALLOCATIONS=32768 -Xlinker --wrap=free \
  $(foreach flag,-static -nostdlib -Wno-unused-command-line-argument,-Xswiftc -Xclang-linker -Xswiftc $(flag)) \
  -Xlinker --symbol-ordering-file=$(abspath $(ORDER)) -Xlinker --no-warn-symbol-ordering \
  -Xlinker -Map=$(abspath $(SCRATCH))/unyoke.map \
  $(foreach file,$(MUSL)/crt1.o $(MUSL)/libc.a $(LIBGCC),-Xlinker $(file))
LINK_dynamic = -Xlinker -lm
LINK_FLAGS   = $(LINK_$(LINK))


TEST_SCRATCH = .build-test
GOLDEN       = $(TEST_SCRATCH)/debug/golden
# What is newer than its sources need not be built again: under sudo there may be no Swift in PATH,
# and Swift takes seconds to find out.
newer        = $(and $(wildcard $(1)),$(if $(shell find $(2) Package.swift -newer '$(1)' | head -n 1),,yes))
BUILT       := $(call newer,$(RELEASE),Sources)
RUNNER_BUILT := $(call newer,$(GOLDEN),Tests/Support/GoldenRunner Tests/Support/Harness/*.swift Tools/ProjectFiles)
REFERENCE    = .reference/2.42.4/bin
NEED         = sh scripts/need.sh
# Which unit and system tests: a regular expression, as TraceTests or KernelTests/.*Account.
ONLY         =
# Which golden cases: names, or beginnings of names with a * behind them.
CASES        =
# always: golden cases with hints, which are taken off before what is printed is compared.
HINTS        =
# Which program's cases; by default those of all that have some. (nsls has those of lsns.)
PROGRAM      =
TESTED       = $(or $(PROGRAM),$(patsubst Tests/Golden/%/,%,$(wildcard Tests/Golden/*/)))

.PHONY: help
help:
	@echo 'make run [ARGS="unshare ..."]   show what it does on this machine, or run a command'
	@echo 'make test                       everything that is tested'
	@echo
	@echo 'make build        ordinary debug build'
	@echo 'make release      the Embedded release binary, $(RELEASE) (LINK=dynamic: not static)'
	@echo 'make check        size, dependencies, imports, formatting, warnings of both builds'
	@echo 'make unit         unit and system tests (ONLY=pattern: those whose names it matches)'
	@echo 'make threads      what threads share, under ThreadSanitizer'
	@echo 'make library      what other packages import, and the examples, from packages outside of the tree'
	@echo 'make golden       recorded cases on the release binary (PROGRAM=unshare CASES="map-*" HINTS=always)'
	@echo 'make parity       cases live, beside util-linux 2.42.4 or the installed original'
	@echo 'make reference    fetch util-linux 2.42.4 into .reference, without installing it'
	@echo 'make record       a case: PROGRAM=unshare USER=tester NAME=map-x COMMAND="unshare ..."'
	@echo 'make trace        the system calls of ARGS="unshare ..."'
	@echo 'make unrest       what depends on the machine, while somebody else is busy on it'
	@echo 'make fuzz         a million random command lines and files'
	@echo 'make compare      random command lines: PROGRAM=unshare OLD=an/earlier/unyoke (LINES=5000 SEED=1)'
	@echo 'make e2e          real programs that call unshare and nsenter'
	@echo 'make documentation  pages of the libraries, and the code on them, built and run'
	@echo 'make packaging    install, tarball, Debian packages and image, really used'
	@echo 'make bench        time and memory beside the originals'
	@echo 'make generate     completions and tables from the option tables'
	@echo 'make order        which functions stand together in the binary, from runs of it'
	@echo 'make characters   the table of characters, from the C library of this machine'
	@echo 'make patterns     what the C library of this machine says of the corpus of patterns'
	@echo 'make fmt          format the sources'
	@echo 'make install      PREFIX=/usr/local DESTDIR= (LINKS=1: links instead of copies)'
	@echo 'make uninstall    removes what install puts there'
	@echo 'make tarball      a static release with its installer, in dist/'
	@echo 'make deb          Debian packages unyoke and unyoke-replace, in dist/'
	@echo 'make image        an OCI image of the binary alone, in dist/'
	@echo 'make reproducible builds all three twice, in two folders, and compares'
	@echo 'make clean        removes what was built'

# The release binary by the name of each program.
LINKED = mkdir -p .build-run && \
  for name in unyoke $(PROGRAMS); do ln -sf ../$(RELEASE) .build-run/$$name; done

.PHONY: run trace
run: need-build release
	@$(LINKED)
	@if [ -n "$$RUN_ARGS" ]; then \
	  PATH="$$PWD/.build-run:$$PATH" sh -c "$$RUN_ARGS"; \
	else \
	  PATH="$$PWD/.build-run:$$PATH" unshare --user --map-root-user --pid --fork --mount-proc \
	    --uts --net sh scripts/demo.sh; \
	fi
# Through the environment alone: the words may hold any quote, blank or redirection.
run trace: export RUN_ARGS = $(value ARGS)

# Those of its children too, on stderr.
trace: $(if $(BUILT),,release)
	@$(LINKED)
	@[ -n "$$RUN_ARGS" ] || { echo 'make trace ARGS="unshare ..."' >&2; exit 2; }
	@PATH="$$PWD/.build-run:$$PATH" sh -c "exec strace -f $$RUN_ARGS"

.PHONY: need-build need-test
need-build:
	@$(NEED) build
# A plain user who lacks a tool still gets the tests that need none; they say what they skip.
need-test:
	@if [ "$$(id -u)" = 0 ]; then $(NEED) build test check; else $(NEED) build; fi

.PHONY: build release
build: need-build
	$(SWIFT) build

release: need-build $(if $(filter static,$(LINK)),$(SYSROOT))
	@# SwiftPM does not know of this file.
	@[ ! $(ORDER) -nt $(UNSTRIPPED) ] || rm -f $(UNSTRIPPED)
	$(SWIFT) build -c release --product unyoke --scratch-path $(SCRATCH) $(EMBEDDED) $(LINK_FLAGS)
	$(STRIP) $(UNSTRIPPED) $(RELEASE)
	$(if $(filter static,$(LINK)),sh scripts/seal.sh $(RELEASE))

# The compiler looks in usr/local/include first.
$(SYSROOT):
	mkdir -p $@/usr/local/include/sys
	ln -sfn $(MUSL_HEADERS) $@/usr/include
	ln -sfn /usr/include/linux /usr/include/asm-generic /usr/include/$(MACHINE)-linux-gnu/asm \
	  $@/usr/local/include
	ln -sf /usr/include/sys/capability.h $@/usr/local/include/sys

.PHONY: test unit threads library golden parity reference record unrest
# One line with the sum of all counts closes the run.
test: need-test
	SWIFT='$(SWIFT)' bash scripts/test.sh

unit: release
	$(SWIFT) build --build-tests --scratch-path $(TEST_SCRATCH)
	$(SWIFT) test --skip-build --disable-xctest --scratch-path $(TEST_SCRATCH) \
	  $(if $(ONLY),--filter '$(ONLY)')

threads: need-build
	@SWIFT='$(SWIFT)' bash scripts/threads.sh

library: need-build
	@SWIFT='$(SWIFT)' bash Tests/Library/run.sh

$(GOLDEN): FORCE
	$(SWIFT) build --product golden --scratch-path $(TEST_SCRATCH)
	@touch $@
FORCE:

# Where neither has to be built again, one case takes less than a second.
golden: $(if $(BUILT),,release) $(if $(RUNNER_BUILT),,$(GOLDEN))
	@status=0; for name in $(TESTED); do \
	  $(GOLDEN) run --program $$name --binary $(RELEASE) $(if $(HINTS),--hints $(HINTS)) $(CASES) || status=1; \
	done; exit $$status

unrest: release $(GOLDEN)
	$(SWIFT) build --build-tests --scratch-path $(TEST_SCRATCH)
	SWIFT='$(SWIFT)' BINARY=$(RELEASE) bash scripts/unrest.sh

parity: release $(GOLDEN) reference
	@status=0; for name in $(TESTED); do \
	  if [ -x $(REFERENCE)/$$name ]; then \
	    $(GOLDEN) parity --program $$name --binary $(RELEASE) --original $(REFERENCE)/$$name \
	      --libraries "$$PWD/.reference" $(CASES) || status=1; \
	  else \
	    $(GOLDEN) parity --program $$name --binary $(RELEASE) --original /usr/bin/$$name \
	      $(CASES) || status=1; \
	  fi; \
	done; exit $$status

reference:
	@bash scripts/reference.sh

record: $(GOLDEN) reference
	@$(GOLDEN) record --program '$(PROGRAM)' --original '$(REFERENCE)/$(PROGRAM)' \
	  --libraries "$$PWD/.reference" '$(USER)' '$(NAME)' "$$RECORD_COMMAND"
record: export RECORD_COMMAND = $(value COMMAND)

.PHONY: fuzz e2e bench check fmt generate order
FUZZ_RUNS ?= 1000000
# OLD may be an original too: ORIGINAL=original leaves our extensions out.
LINES = 5000
SEED  = 1
.PHONY: compare
compare: release
	$(SWIFT) build -c release --product fuzz --scratch-path $(TEST_SCRATCH)
	bash scripts/compare.sh '$(PROGRAM)' '$(OLD)' $(RELEASE) $(LINES) $(SEED) $(ORIGINAL)

fuzz: need-build
	$(SWIFT) build -c release --product fuzz --scratch-path $(TEST_SCRATCH)
	$(TEST_SCRATCH)/release/fuzz $(FUZZ_RUNS)

e2e: release
	bash Tests/EndToEnd/run.sh $(RELEASE)

bench: release
	@$(NEED) bench
	bash bench/run.sh $(RELEASE)

check:
	SWIFT='$(SWIFT)' bash scripts/check.sh

fmt:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests Tools Examples

generate:
	$(SWIFT) run --scratch-path $(TEST_SCRATCH) nsgen completions

# Where functions were renamed or moved, or a launch runs other ones: `make check` holds the budget.
order: release
	bash scripts/order.sh $(UNSTRIPPED) >$(ORDER).new
	mv $(ORDER).new $(ORDER)
	$(MAKE) --no-print-directory release

# What glibc says of each pattern of the corpus; and of each character, only for another version of
# glibc, whose characters unyoke is to have.
CORPUS = Tests/Unit/Host/Patterns/corpus.txt
.PHONY: characters patterns
patterns:
	@mkdir -p $(TEST_SCRATCH)
	cc -o $(TEST_SCRATCH)/patterns Tools/patterns/record.c
	$(TEST_SCRATCH)/patterns <$(CORPUS) >$(TEST_SCRATCH)/corpus.txt
	mv $(TEST_SCRATCH)/corpus.txt $(CORPUS)
characters:
	@mkdir -p $(TEST_SCRATCH)
	cc -ISources/CKernel/include -ITools/characters/include -o $(TEST_SCRATCH)/characters \
	  Tools/characters/*.c
	$(TEST_SCRATCH)/characters >$(TEST_SCRATCH)/character_table.c
	mv $(TEST_SCRATCH)/character_table.c Sources/CKernel/character_table.c

.PHONY: install uninstall
INSTALL = PREFIX='$(PREFIX)' DESTDIR='$(DESTDIR)' LINKS='$(LINKS)' PROGRAMS='$(PROGRAMS)' SOURCE=. \
  BINARY=$(RELEASE) sh packaging/install.sh
install: $(if $(BUILT),,release)
	@$(INSTALL) install

uninstall:
	@$(INSTALL) uninstall

.PHONY: tarball deb image packaging reproducible
# Each writes to dist/; packaging/common.sh says which version and time it bears.
tarball deb image: need-build release
	@PROGRAMS='$(PROGRAMS)' sh packaging/$@.sh $(RELEASE) dist

packaging: release
	bash Tests/Packaging/run.sh $(RELEASE)

# In .build-docs/unyoke.doccarchive, for any web server that serves DocC archives.
.PHONY: documentation
documentation: release
	SWIFT='$(SWIFT)' bash Tests/Documentation/run.sh $(RELEASE)

reproducible:
	bash scripts/reproducible.sh

.PHONY: clean
clean:
	rm -rf .build .build-static .build-dynamic .build-test .build-docs .build-thread .build-library .build-run .bench dist
