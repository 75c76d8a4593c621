import CTOML
import Glibc

/// A value of a TOML file.
///
/// TOMLKit's own types never free what they parsed, nor any value that was asked for, so its C
/// functions are called, and all is copied at once.
enum TOMLValue {
  case string(String)
  case integer(Int)
  case number(Double)
  case boolean(Bool)
  case time
  case list([TOMLValue])
  case table([String: TOMLValue])

  /// What is wrong with a text, and on which line, counted from 1.
  struct Malformed: Error {
    let line: Int
    let cause: String
  }

  /// Reads a whole text.
  static func parse(_ text: String) throws(Malformed) -> [String: TOMLValue] {
    // The library sets it where it returns nil, and only there.
    let error = UnsafeMutablePointer<CTOMLParseError>.allocate(capacity: 1)
    defer { error.deallocate() }
    guard let root = text.withCString({ tableCreateFromString($0, error) }) else {
      defer { free(UnsafeMutablePointer(mutating: error.pointee.description)) }
      let cause = String(cString: error.pointee.description)
      throw Malformed(line: Int(error.pointee.source.begin.line), cause: cause)
    }
    // Nothing frees the root itself, which has some hundred bytes when it is empty.
    defer { tableClear(root) }
    return entries(of: root)
  }

  private static func entries(of table: OpaquePointer) -> [String: TOMLValue] {
    let keys = tableGetKeys(table)
    defer { free(UnsafeMutablePointer(mutating: keys)) }
    let nodes = tableGetValues(table)
    defer { free(UnsafeMutablePointer(mutating: nodes)) }
    let count = tableSize(table)
    var entries: [String: TOMLValue] = [:]
    entries.reserveCapacity(count)
    for number in 0..<count {
      entries[String(cString: keys[number])] = TOMLValue(nodes[number])
      free(UnsafeMutablePointer(mutating: keys[number]))
    }
    return entries
  }

  private init(_ node: OpaquePointer) {
    if let table = nodeAsTable(node) {
      self = .table(Self.entries(of: table))
    } else if let list = nodeAsArray(node) {
      self = .list((0..<Int64(arraySize(list))).map { TOMLValue(arrayGetNode(list, $0)) })
    } else if let text = nodeAsString(node) {
      self = .string(String(cString: text))
      free(UnsafeMutablePointer(mutating: text))
    } else if let integer = nodeAsInt(node) {
      self = .integer(Int(integer.pointee))
      free(UnsafeMutablePointer(mutating: integer))
    } else if let number = nodeAsDouble(node) {
      self = .number(number.pointee)
      free(UnsafeMutablePointer(mutating: number))
    } else if let boolean = nodeAsBool(node) {
      self = .boolean(boolean.pointee)
      free(UnsafeMutablePointer(mutating: boolean))
    } else {
      self = .time
    }
  }
}

extension TOMLValue: CustomStringConvertible {
  /// As a message tells what it got.
  var description: String {
    switch self {
    case .string(let text): "\"\(text)\""
    case .integer(let integer): "\(integer)"
    case .number(let number): "\(number)"
    case .boolean(let boolean): "\(boolean)"
    case .time: "a time"
    case .list: "a list"
    case .table: "a table"
    }
  }
}
