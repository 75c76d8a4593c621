import WinnowPipeline
import WinnowStore

extension Settings {
  /// How the store is to write.
  package var store: StoreSettings {
    var store = StoreSettings()
    store.segmentBytes = segmentBytes
    store.commitInterval = commitInterval
    store.keepsDuplicates = duplicates == .append
    store.compresses = compress == .zstd
    return store
  }
}
