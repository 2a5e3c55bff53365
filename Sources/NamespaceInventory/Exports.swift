@_exported public import NamespaceValues

// What the values of this library are made of: who imports it has them too.
@_exported public import struct Bytes.ByteString
