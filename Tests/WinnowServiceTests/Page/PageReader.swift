import Foundation
import FoundationXML

/// Reads a page as XML, which forgives nothing.
final class PageReader: NSObject, XMLParserDelegate {
  private(set) var elements: [String: Int] = [:]
  private(set) var attributes: Set<String> = []
  private(set) var text = ""
  private(set) var title = ""
  /// What is wrong with it; nil where nothing is.
  private(set) var fault: String?
  private var open: [String] = []

  init(_ page: Data) {
    super.init()
    let parser = XMLParser(data: page)
    parser.delegate = self
    if !parser.parse() {
      fault = "line \(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "no reason")"
    }
  }

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements[name, default: 0] += 1
    self.attributes.formUnion(attributes.keys)
    open.append(name)
  }

  func parser(
    _ parser: XMLParser,
    didEndElement name: String,
    namespaceURI: String?,
    qualifiedName: String?
  ) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if open.last == "style" { return }
    if open == ["html", "head", "title"] { title += text } else { self.text += text }
  }

  /// Elements and attributes by which a page could run something or ask for something.
  var dangers: [String] {
    let elements = ["script", "img", "iframe", "object", "embed", "link", "base", "form", "image"]
    let attributes = ["src", "srcset", "style", "action", "xlink:href", "data"]
    return elements.filter { self.elements[$0] != nil }
      + self.attributes.filter { attributes.contains($0) || $0.hasPrefix("on") }
  }
}
