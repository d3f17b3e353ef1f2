# SPDX-License-Identifier: MIT
from traceleft.cli import main

if __name__ == "__main__":
    main()
