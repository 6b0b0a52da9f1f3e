# Finds a JDK 25 or newer and exports JAVA_HOME; sourced by ./mvnw and ./sequence.
# Looked at in this order: JAVA_HOME, the javac on PATH, SDKMAN, the usual folders of Linux and macOS.

jdk_major() { # $1 = a JDK's home; prints its major version, nothing when it is none
    [ -x "$1/bin/javac" ] || return 1
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9][0-9]*\).*/\1/p'
}

find_jdk() {
    local on_path home major
    on_path=$(command -v javac || true)
    [ -n "$on_path" ] && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
    for home in "${JAVA_HOME:-}" "$on_path" "$HOME"/.sdkman/candidates/java/* /usr/lib/jvm/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        [ -n "$home" ] || continue
        major=$(jdk_major "$home") || continue
        if [ -n "$major" ] && [ "$major" -ge 25 ]; then
            printf '%s\n' "$home"
            return 0
        fi
    done
    return 1
}

if ! JAVA_HOME=$(find_jdk); then
    echo "Sequence Connect needs a JDK 25 or newer: install one (for example Temurin 25) or point JAVA_HOME at it." >&2
    exit 1
fi
export JAVA_HOME
