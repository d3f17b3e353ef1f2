# SPDX-License-Identifier: MIT
# What scripts/bench --replay records: some 300,000 calls of programs that everybody has.
find /usr/share /usr/lib -newer /etc/hostname -name 'nosuch*' >/dev/null 2>&1
grep -rl nosuchthing /usr/include >/dev/null 2>&1
cat /usr/share/doc/*/copyright >/dev/null
tar cf - /usr/lib/python3 2>/dev/null | gzip -1 >/dev/null
for i in 1 2 3 4 5 6 7 8 9 10; do
    ls -l /usr/bin >/dev/null
    python3 -c 'import json, socket; socket.create_server(("127.0.0.1", 0)).close()'
    sh -c 'true | cat' </dev/null
done
