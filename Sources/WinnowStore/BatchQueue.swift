/// Records that wait for their batch, in the order they came.
struct BatchQueue {
  private var batches: [Batch] = []

  var isEmpty: Bool { batches.isEmpty }

  /// Whether the first batch need not wait for company.
  var hasFull: Bool { batches.count > 1 || batches.first?.isFull == true }

  mutating func add(_ record: Appended) {
    if let last = batches.indices.last, batches[last].take(record) { return }
    var batch = Batch()
    _ = batch.take(record)
    batches.append(batch)
  }

  mutating func takeFirst() -> Batch? { batches.isEmpty ? nil : batches.removeFirst() }
}
