# SPDX-License-Identifier: MIT
"""What pytest tests can say about the syscalls of the code that they run: docs/testing.md."""
