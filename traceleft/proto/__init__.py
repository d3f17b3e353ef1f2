"""Events as protocol buffers: traceleft.proto, and traceleft_pb2, which it was compiled to.

The module needs protobuf: pip install 'traceleft[protobuf]'. scripts/protogen compiles it anew.
"""
