#!/bin/sh
# autogen.sh: makes configure from a bare checkout (needs autoconf,
# automake, and gettext for its iconv.m4 and config.rpath).
set -e
cd "$(dirname "$0")"
cp /usr/share/gettext/config.rpath build-aux/config.rpath
exec autoreconf -fi
