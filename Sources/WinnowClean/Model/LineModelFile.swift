extension LineModel {
  private static let magic = Array("winnow-lines 1\n".utf8)

  /// A file: little-endian, hashed weights as bytes with a scale, at the end a checksum.
  package func bytes() -> [UInt8] {
    var file = ModelWriter()
    file.bytes = Self.magic
    file.add(UInt32(stops.hashes.count))
    for hash in stops.hashes { file.add(hash) }
    file.add(UInt8(passes.count))
    for pass in Pass.allCases {
      guard let model = passes[pass] else { continue }
      file.add(pass.rawValue)
      file.add(model)
    }
    file.add(UInt8(trees == nil ? 0 : 1))
    if let trees { file.add(trees) }
    file.add([thresholds.careful, thresholds.lowest, thresholds.highest])
    file.addChecksum()
    return file.bytes
  }

  /// Reads a model file.
  ///
  /// - Throws: `LineModelError` with what is wrong with it.
  package init(reading bytes: [UInt8]) throws(LineModelError) {
    guard bytes.starts(with: Self.magic) else {
      throw LineModelError("wants a line model that begins with 'winnow-lines 1', got another file")
    }
    var file = try ModelReader(bytes, from: Self.magic.count)
    var hashes: [UInt32] = []
    for _ in 0..<Int(try file.number(UInt32.self)) { hashes.append(try file.number(UInt32.self)) }
    var passes: [Pass: LinearModel] = [:]
    for _ in 0..<Int(try file.number(UInt8.self)) {
      let name = try file.name()
      guard let pass = Pass(rawValue: name), passes[pass] == nil else {
        throw LineModelError("wants each pass once, got '\(name)'")
      }
      passes[pass] = try file.linearModel()
    }
    let trees = try file.number(UInt8.self) == 0 ? nil : try file.treeModel()
    let cuts = try file.floats(3)
    guard file.isAtEnd else { throw LineModelError("goes on after its end") }
    self.init(
      stops: StopList(hashes),
      passes: passes,
      trees: trees,
      thresholds: LineThresholds(careful: cuts[0], lowest: cuts[1], highest: cuts[2])
    )
    _ = try LineScorer(self)
  }
}

extension ModelWriter {
  fileprivate mutating func add(_ model: LinearModel) {
    add(model.inputs)
    add([model.bias] + model.weights + model.mean + model.deviation)
    add(model.hashedInput.rawValue)
    if let hashed = model.hashed { add(hashed) }
  }

  fileprivate mutating func add(_ model: TreeModel) {
    add(model.inputs)
    add([model.bias])
    add(UInt8(model.correctsPass ? 1 : 0))
    add(UInt16(model.trees.count))
    for tree in model.trees {
      add(UInt16(tree.nodes.count))
      for node in tree.nodes {
        add(UInt16(bitPattern: node.feature))
        add(node.left)
        add(node.right)
        add([node.threshold, node.value])
      }
    }
  }
}

extension ModelReader {
  fileprivate mutating func linearModel() throws(LineModelError) -> LinearModel {
    let inputs = try names()
    let bias = try floats(1)[0]
    let weights = try floats(inputs.count)
    let mean = try floats(inputs.count)
    let deviation = try floats(inputs.count)
    let kind = try number(UInt8.self)
    guard let hashedInput = LinearModel.HashedInput(rawValue: kind) else {
      throw LineModelError("wants a known kind of hashed input, got \(kind)")
    }
    return LinearModel(
      inputs: inputs,
      bias: bias,
      weights: weights,
      mean: mean,
      deviation: deviation,
      hashedInput: hashedInput,
      hashed: hashedInput == .none ? nil : try stepWeights()
    )
  }

  fileprivate mutating func treeModel() throws(LineModelError) -> TreeModel {
    let inputs = try names()
    let bias = try floats(1)[0]
    let correctsPass = try number(UInt8.self) != 0
    var trees: [TreeModel.Tree] = []
    for _ in 0..<Int(try number(UInt16.self)) {
      var nodes: [TreeModel.Node] = []
      for _ in 0..<Int(try number(UInt16.self)) {
        let feature = Int16(bitPattern: try number(UInt16.self))
        let left = try number(UInt16.self)
        let right = try number(UInt16.self)
        let values = try floats(2)
        nodes.append(
          TreeModel.Node(
            feature: feature,
            left: left,
            right: right,
            threshold: values[0],
            value: values[1]
          )
        )
      }
      trees.append(TreeModel.Tree(nodes: nodes))
    }
    return TreeModel(inputs: inputs, bias: bias, correctsPass: correctsPass, trees: trees)
  }
}
