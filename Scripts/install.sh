# shellcheck shell=bash disable=SC2034
# Installs what is missing. Sourced by the other scripts; it only defines functions.

# What the build needs beside the Swift toolchain, whose own Debian packages (a linker, libc6-dev, libstdc++, git for
# SwiftPM) a fresh image may lack as well. tzdata is what schedules read time zones from.
build_packages=(
    binutils git libc6-dev libstdc++-12-dev pkg-config tzdata
    libexpat1-dev liblua5.4-dev libsodium-dev libsqlite3-dev libutf8proc-dev libxlsxwriter-dev libzip-dev
)

# What the tests need on top.
# luac says what the Lua compiler sees; ICU what Vietnamese collation is; valgrind counts instructions.
test_packages=(lua-check lua5.4 python3 python3-icu python3-venv shellcheck tmux valgrind)

say() { printf '%s\n' "$*" >&2; }

# Ends the script: what happened, and what to do.
give_up() {
    say "error: $1"
    shift
    local line
    for line in "$@"; do say "  $line"; done
    exit 1
}

# Prints the packages that are not installed, a line each.
missing_packages() {
    local package state
    for package in "$@"; do
        state=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null) || state=
        [[ $state == installed ]] || printf '%s\n' "$package"
    done
}

# Runs a command as root, or says who can.
as_root() {
    if ((EUID == 0)); then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        give_up "Debian packages are missing, and neither root nor sudo is here to install them." \
            "Ask an administrator to run:" "apt-get install --no-install-recommends ${missing[*]}"
    fi
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet=2 --no-install-recommends "${missing[@]}" \
        >&2
}

# True when the package lists of this machine know all of these packages.
apt_knows() { apt-cache show --no-all-versions "$@" >/dev/null 2>&1; }

# Installs those of the packages that are missing; does nothing, and asks for nothing, when none is.
install_packages() {
    if ! command -v dpkg-query >/dev/null; then
        say "note: not a Debian; make sure that these, or what they are called here, are installed: $*"
        return
    fi
    local -a missing
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]})) || return 0
    say "Installing Debian packages: ${missing[*]}"
    local updated=
    if ! apt_knows "${missing[@]}"; then
        as_root apt-get update --quiet=2
        updated=yes
    fi
    if ! apt_install; then
        # Lists that are out of date name files that the mirror no longer has.
        [[ -z $updated ]] && as_root apt-get update --quiet=2 && apt_install && return
        give_up "apt-get could not install: ${missing[*]}" "Is the network there? What does the message above say?"
    fi
}

# The oldest toolchain that reads Package.swift.
require_swift() {
    command -v swift >/dev/null ||
        give_up "there is no swift in the PATH." "Install the toolchain from https://www.swift.org/install/linux/"
    local version
    version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
    printf '%s\n' 6.3 "$version" | sort --check=quiet --version-sort ||
        give_up "Swift 6.3 or newer is needed, and this is ${version:-of an unknown version}." \
            "Install it from https://www.swift.org/install/linux/"
}
