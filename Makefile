# winnow
#
#   make run          install what is missing, build, start on the checkout's own etc and var, show a record
#   make test         install what is missing, build, run every test, check the layout of the code
#   make              build for release
#   make install      install into DESTDIR (default: /), after `make`
#   make deb          winnow_VERSION_ARCH.deb in .build/deb
#   make worker       winnow-clean alone, for the nodes of a cluster: .build/winnow-worker-VERSION-ARCH.tar.gz
#   make test-worker  unpack it, and run it where there is nothing else
#   make sbom         the bill of materials of the program, .build/sbom.cdx.json
#   make test-deb     install, upgrade, remove and purge the package under a systemd of its own
#   make lint         check the layout of the code
#   make format       lay the code out
#   make test-systemd install into a minimal Debian with a real systemd, and live through a service's life there
#   make soak         kill the daemon at random moments while files arrive (KILLS=200)
#   make soak-load    a day's load in one run, memory and descriptors sampled (FILES=300000)
#   make faults       kill the daemon at each of its calls, and refuse it each (wants root)
#   make powercut     cut the power of a machine under the daemon (CUTS=500; wants root and qemu)
#   make figures      files a second, memory and latency, by number of files
#   make test-python  the Python package, without an engine (after `swift build --build-tests`)
#   make test-spark   the Python package on a real Spark of two executors, with kills (wants Java)
#   make test-datatrove  the Python package in datatrove
#   make test-page    look at the pages in a real browser (SHOTS=folder keeps pictures)
#   make test-prometheus  a real Prometheus scrapes the daemon, and is asked what it saw
#   make bench        speed, memory and how both grow (CORPUS=DIR adds texts of your own, BENCH=--quick is short)
#   make bench-check  instructions a byte, by Valgrind: fails where they are 5 % above those on record
#   make bench-record puts the instructions of now on record
#   make bench-daemon files a second and latency, beside what else one could use
#   make fuzz         make inputs up until something breaks (FUZZ_SECONDS=60 for each SUBJECTS)
#   make pathological time and memory of files that are bad on purpose (SIZES=16k,64k,1m,16m)
#   make tsan         the tests under ThreadSanitizer
#   make clean        remove what was built

DESTDIR ?=
PREFIX ?= /usr
KILLS ?= 200
CUTS ?= 500
FILES ?= 300000
FUZZ_SECONDS ?= 60
SUBJECTS ?= decode clean names record json jsonl toml settings wet
PACKAGES = libinotifytools0-dev libsqlite3-dev libuchardet-dev libzstd-dev pkg-config zlib1g-dev
BINARY = .build/release/winnow
VERSION = $(shell sed -n 's/.*text = "\(.*\)".*/\1/p' Sources/WinnowPipeline/Version.swift)
SBOM = .build/sbom.cdx.json
WORKER = .build/winnow-worker-$(VERSION)-$(shell dpkg --print-architecture).tar.gz
CODE = Sources Tests Package.swift
CORPUS ?=
BENCH ?=

.PHONY: all run test test-page test-prometheus test-deb test-systemd lint format soak soak-load faults \
  powercut figures bench bench-build bench-check bench-record bench-daemon fuzz pathological tsan install \
  clean needs deb sbom worker test-worker

all:
	swift build -c release --product winnow --static-swift-stdlib

# Debian's packages that the build wants and the machine lacks.
needs:
	@missing=$$(for package in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}\n' $$package 2>/dev/null | grep -q 'ok installed' || echo $$package; \
	done); \
	if [ -n "$$missing" ]; then \
	  echo "installing" $$missing; \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y -qq --no-install-recommends $$missing; \
	fi

run: needs all
	@sh Tests/demo.sh $(BINARY)

test: PACKAGES += strace python3
test: needs lint
	swift build --build-tests
	swift test --skip-build
	$(MAKE) --no-print-directory test-python

.PHONY: test-python test-spark test-datatrove
# The package in Sources/Python, with the program that `swift build --build-tests` made.
test-python:
	python3 -B -m unittest discover -s Tests/Python

# The package itself comes to Spark as a user would send it, and is installed for datatrove.
test-spark: PACKAGES += python3-venv $(if $(shell command -v java),,default-jre-headless)
test-spark: ENGINE = 'pyspark[sql]'
test-datatrove: PACKAGES += python3-venv
test-datatrove: ENGINE = './Sources/Python[datatrove]' orjson regex
test-spark: worker
test-spark test-datatrove: test-%: needs all
	test -x .build/$*/bin/python || python3 -m venv .build/$*
	.build/$*/bin/python -m pip install --quiet --disable-pip-version-check $(ENGINE)
	WINNOW_BINARY=$(BINARY) WINNOW_WORKER=$(WORKER) PYTHONPATH=Tests/Python \
	  .build/$*/bin/python -B -m unittest -v $*_tests

test-systemd: PACKAGES += mmdebstrap
test-systemd: needs all
	rm -rf .build/stage
	$(MAKE) --no-print-directory install DESTDIR=.build/stage
	$$([ "$$(id -u)" = 0 ] || echo sudo) Tests/systemd/boot.sh .build/stage Tests/systemd/lifecycle.sh

lint:
	swift format lint --strict --recursive $(CODE)

format:
	swift format --in-place --recursive $(CODE)

soak: needs all
	WINNOW_BINARY=$(CURDIR)/$(BINARY) WINNOW_SOAK=$(KILLS) swift test --filter SoakTests

soak-load: needs all
	WINNOW_BINARY=$(CURDIR)/$(BINARY) WINNOW_LOAD=$(FILES) swift test --filter SoakTests

faults: needs all
	WINNOW_BINARY=$(CURDIR)/$(BINARY) WINNOW_FAULTS_ALL=1 \
	  swift test --filter 'KillTests|RefusalTests|LimitTests|HostileTests'

powercut: needs all
	@for package in qemu-system-x86 busybox-static cpio zstd e2fsprogs gcc; do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || \
	    apt-get install -y -qq --no-install-recommends $$package; \
	done
	@sh Tests/powercut/powercut.sh $(CUTS) $(CURDIR)/$(BINARY) $(CURDIR) .build/powercut

figures: needs all
	WINNOW_BINARY=$(CURDIR)/$(BINARY) WINNOW_FIGURES=1 swift test --filter SoakTests

test-page: PACKAGES += chromium python3-venv
test-page: needs all
	test -x .build/page/bin/pip || python3 -m venv .build/page
	.build/page/bin/pip install --quiet --disable-pip-version-check html5lib playwright
	.build/page/bin/python Tests/page/look.py $(BINARY) $(SHOTS)

test-prometheus: needs all
	@sh Tests/prometheus.sh $(BINARY)

bench-build: needs all
	swift build -c release --product winnow-bench --static-swift-stdlib

bench: bench-build
	.build/release/winnow-bench $(if $(CORPUS),--corpus $(CORPUS)) $(BENCH)
	@if python3 -c 'import justext' 2>/dev/null; then python3 Tests/bench/peer_justext.py; fi

bench-check bench-record: bench-build
	sh Tests/bench/instructions.sh $(@:bench-%=%)

bench-daemon: needs all
	cc -O2 -o .build/floor Tests/bench/floor.c
	python3 Tests/bench/daemon.py $(BINARY) .build/floor $(BENCH)

fuzz: needs
	WINNOW_FUZZ=1 swift build -c release --product WinnowFuzz --sanitize fuzzer --scratch-path .build/fuzz
	@for subject in $(SUBJECTS); do echo "fuzzing $$subject"; sh Tests/WinnowFuzz/fuzz.sh $$subject $(FUZZ_SECONDS) || exit 1; done

pathological: needs all
	python3 -B Tests/pathological/measure.py $(BINARY)

tsan: needs
	swift test --sanitize=thread --scratch-path .build/tsan

sbom:
	sh systemd/sbom.sh $(BINARY) $(VERSION) >$(SBOM)

deb: needs all sbom
	@$(MAKE) --no-print-directory needs PACKAGES="debhelper dpkg-dev"
	sh systemd/debian/build.sh $(VERSION) .build/deb

test-deb: deb
	bash Tests/package/check.sh .build/deb

# The same bytes for the same sources, whoever builds it and when.
worker: needs
	swift build -c release --product winnow-clean --static-swift-stdlib
	rm -rf .build/worker
	mkdir .build/worker
	cp -r etc LICENSE NOTICE .build/worker
	strip -o .build/worker/winnow-clean .build/release/winnow-clean
	tar -C .build/worker -c --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 --mode=a+rX,u+w,go-w \
	  LICENSE NOTICE etc winnow-clean | gzip -9 -n >$(WORKER)

test-worker: worker
	sh Tests/worker.sh $(WORKER)

install: SHARE = $(DESTDIR)$(PREFIX)/share
install:
	install -D -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/winnow
	install -d $(DESTDIR)/etc/winnow/rules.d $(DESTDIR)/etc/winnow/schemes $(DESTDIR)/etc/winnow/names.d
	install -m 644 etc/winnow/winnow.toml etc/winnow/record.schema.json $(DESTDIR)/etc/winnow/
	install -m 644 etc/winnow/lines.model etc/winnow/lines.model.md $(DESTDIR)/etc/winnow/
	install -m 644 etc/winnow/rules.d/* $(DESTDIR)/etc/winnow/rules.d/
	install -m 644 etc/winnow/schemes/* $(DESTDIR)/etc/winnow/schemes/
	install -m 644 etc/winnow/names.d/* $(DESTDIR)/etc/winnow/names.d/
	install -D -m 644 systemd/winnow.service $(DESTDIR)/lib/systemd/system/winnow.service
	install -D -m 644 systemd/metrics.conf $(DESTDIR)$(PREFIX)/share/doc/winnow/metrics.conf
	install -D -m 644 systemd/winnow.sysusers $(DESTDIR)/usr/lib/sysusers.d/winnow.conf
	install -D -m 644 systemd/winnow.tmpfiles $(DESTDIR)/usr/lib/tmpfiles.d/winnow.conf
	install -d $(SHARE)/doc/winnow $(SHARE)/man/man1 $(SHARE)/man/man5 $(SHARE)/man/man8
	install -m 644 README.md ARCHITECTURE.md NOTICE $(wildcard $(SBOM)) $(SHARE)/doc/winnow/
	install -m 644 systemd/debian/copyright $(SHARE)/doc/winnow/copyright
	install -m 644 systemd/man/*.1 $(SHARE)/man/man1/
	install -m 644 systemd/man/*.5 $(SHARE)/man/man5/
	install -m 644 systemd/man/*.8 $(SHARE)/man/man8/
	install -d $(SHARE)/bash-completion/completions $(SHARE)/zsh/vendor-completions $(SHARE)/fish/vendor_completions.d
	$(BINARY) --generate-completion-script bash | sed '1{/^#!/d}' >$(SHARE)/bash-completion/completions/winnow
	$(BINARY) --generate-completion-script zsh >$(SHARE)/zsh/vendor-completions/_winnow
	$(BINARY) --generate-completion-script fish >$(SHARE)/fish/vendor_completions.d/winnow.fish

clean:
	rm -rf .build
