import WinnowClean

/// A pass fitted to all pages, with what models that had not seen a page's site say of the page.
///
/// What learns from a pass must see it as it will be on new sites, not as it is where it has learnt.
struct NestedPass {
  /// The model fitted to all pages.
  let model: LinearModel
  /// For each page the log-odds of its lines, by a model fitted without the page's fold.
  private(set) var logOdds: [[Float]]
  /// What hashed features add to them.
  private(set) var lexical: [[Float]]

  /// Fits the pass to documents, each with its fold.
  init(
    _ documents: [LineExamples],
    folds: [Int],
    by regression: LogisticRegression,
    inputs: [String],
    hashedInput: LinearModel.HashedInput
  ) {
    logOdds = Array(repeating: [], count: documents.count)
    lexical = logOdds
    let columns = Array(inputs.indices)
    for fold in Set(folds).sorted() {
      let others = zip(documents, folds).filter { $1 != fold }.map(\.0)
      let fit = regression.fit(others, inputs: inputs, hashedInput: hashedInput)
      for page in documents.indices where folds[page] == fold {
        let document = documents[page]
        lexical[page] = fit.lexical(document.hashed)
        logOdds[page] = fit.dense.score(document.rows, columns: columns, lexical: lexical[page])
      }
    }
    model = regression.fit(documents, inputs: inputs, hashedInput: hashedInput).rounded()
  }
}
