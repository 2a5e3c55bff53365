import NamespaceInventory

var request = NamespaceListing.Request()
request.kinds = [.network, .pid]
let listing = try NamespaceListing.take(request)
for namespace in listing.namespaces {
  print("\(namespace.kind.name):[\(namespace.number)], processes: \(namespace.memberCount)")
  for holder in namespace.holders where holder.process != nil {
    print("  kept by", holder.discovery.rawValue, "of process", holder.process?.number ?? 0)
  }
}
