# SPDX-License-Identifier: MIT
"""Protocol buffers: events (traceleft.proto) and profiles (profile.proto), each with the module it was compiled to.

The modules need protobuf: pip install 'traceleft[protobuf]'. scripts/protogen compiles them anew.
"""
