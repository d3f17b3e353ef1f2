# SPDX-License-Identifier: MIT
"""Both ends of `traceleft serve`, which traces for users without rights: docs/serve.md."""
