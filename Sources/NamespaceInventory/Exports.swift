// What the values of this library are made of: who imports it has them too.
@_exported public import Bytes
@_exported public import NamespaceValues
