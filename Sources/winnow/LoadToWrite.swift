import WinnowCommand
import WinnowPipeline
import WinnowService

extension CommonOptions {
  /// The configuration in force, for commands that write to the spool or the store.
  func loadToWrite() throws -> Configuration {
    let configuration = try load()
    try reporting { () throws(ServiceError) in try StoreOwner.become(configuration.root) }
    return configuration
  }
}
