import WinnowRecord

/// What every page has around its content: one file that asks for nothing from elsewhere.
enum PageFrame {
  /// A page with a title and what stands in its main part.
  static func page(title: String, _ content: (inout Markup) -> Void) -> [UInt8] {
    var out = Markup()
    out.raw("<!DOCTYPE html>\n")
    out.block("html", ["lang": "en"]) { out in
      out.block("head") { out in
        out.empty("meta", ["charset": "utf-8"])
        out.empty("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
        out.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        out.block("title", title)
        out.block("style") { $0.raw(PageStyle.sheet) }
      }
      out.block("body") { out in out.block("main") { content(&$0) } }
    }
    return out.bytes
  }

  /// Nothing is loaded, nothing runs, nothing is sent, and the one style sheet is known by its hash.
  private static let policy: String = {
    let sheet = PageStyle.sheet.withUTF8Buffer { Array($0) }
    let hash = String(decoding: Base64.encode(DocumentID(of: sheet).digest), as: UTF8.self)
    return "default-src 'none'; style-src 'sha256-\(hash)'; base-uri 'none'; form-action 'none'"
  }()
}

extension Markup {
  /// Figures that sum a page up, each under a word for it.
  mutating func facts(_ facts: [(term: String, value: String)]) {
    block("dl", ["class": "facts"]) { out in
      for fact in facts {
        out.block("div") { out in
          out.inline("dt", fact.term)
          out.inline("dd") { $0.inline("bdi", fact.value) }
        }
      }
    }
  }

  /// A part of the page under a heading; `nav` leads to it by its id.
  mutating func section(_ id: StaticString, _ heading: String, _ content: (inout Markup) -> Void) {
    block("section", ["id": "\(id)", "aria-labelledby": "\(id)-heading"]) { out in
      out.block("h2", ["id": "\(id)-heading"], heading)
      content(&out)
    }
  }

  /// Links to the parts of the page.
  mutating func contents(_ parts: [(id: StaticString, heading: String)]) {
    block("nav", ["aria-label": "On this page"]) { out in
      out.block("ul") { out in
        for part in parts {
          out.block("li") { $0.inline("a", ["href": "#\(part.id)"], part.heading) }
        }
      }
    }
  }
}
