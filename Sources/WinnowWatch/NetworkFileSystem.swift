import WinnowIO

extension Directory {
  /// The name of the network file system it lies on; nil on a local one.
  ///
  /// There neither inotify nor a lease knows of writers on other machines.
  package var networkFileSystem: String? {
    switch UInt32(truncatingIfNeeded: fileSystemType) {
    case 0x6969: "NFS"
    case 0x517B, 0xFF53_4D42, 0xFE53_4D42: "SMB"
    case 0x6573_5546: "FUSE"
    case 0x0102_1997: "9p"
    case 0x00C3_6400: "Ceph"
    case 0x5346_414F, 0x6B41_4653: "AFS"
    default: nil
    }
  }
}
