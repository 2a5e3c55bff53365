import CKernel

extension Calls {
  /// Fills each standard descriptor that is closed, so that none of our own descriptors takes its
  /// number and a message goes into it. Writing there fails as before, open(2) O_PATH;
  /// close-on-exec, so the program still finds it closed.
  public static func fillStandardDescriptors() { uy_fill_standard_descriptors() }
}
