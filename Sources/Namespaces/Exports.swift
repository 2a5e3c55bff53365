// What the calls of this module take and give: values, which the command line has in common with it.
@_exported public import Bytes
@_exported public import NamespaceValues
