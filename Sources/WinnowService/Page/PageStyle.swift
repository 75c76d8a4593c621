/// How pages look: on paper and on a phone, by day and by night, with colours and without.
///
/// Whatever a colour says, a line, a mark or a word says, too.
enum PageStyle {
  static let sheet: StaticString = """
    :root {
      color-scheme: light dark;
      --paper: #fcfbf8; --ink: #211f1b; --soft: #655f55; --line: #dcd7cc; --wash: #f4f1ea;
      --gone: #96341f; --name: #1c4d7a; --bar: #6c8097;
      --serif: Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, "Noto Serif", serif;
      --sans: system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif;
      --mono: ui-monospace, "Cascadia Mono", Menlo, "DejaVu Sans Mono", monospace;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #181714; --ink: #e7e2d8; --soft: #a8a194; --line: #3a372f; --wash: #211f1b;
        --gone: #e59e8b; --name: #9fc5ea; --bar: #8298b0;
      }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0; background: var(--paper); color: var(--ink);
      font: 1rem/1.55 var(--sans); overflow-wrap: anywhere;
    }
    main { max-width: 74rem; margin: 0 auto; padding: clamp(1.5rem, 5vw, 4rem) clamp(1rem, 4vw, 3rem); }
    h1, h2, h3 { text-wrap: balance; }
    h1 {
      margin: 0 0 0.5rem; max-width: 28em;
      font: 600 clamp(1.5rem, 1.1rem + 1.8vw, 2.25rem)/1.2 var(--serif);
    }
    h2 { margin: 0 0 0.75rem; font: 600 1.3rem/1.3 var(--serif); }
    h3 { margin: 2.5rem 0 0.25rem; font-size: 1rem; }
    section { margin-top: 4rem; scroll-margin-top: 1rem; }
    p { margin: 0 0 0.75rem; }
    a { color: var(--name); text-underline-offset: 0.2em; }
    a:focus-visible, summary:focus-visible { outline: 2px solid var(--name); outline-offset: 2px; }
    code { font: 0.85em var(--mono); }
    del { color: var(--gone); text-decoration: line-through 1px; }
    sup { font-size: 0.65em; line-height: 0; }
    .kicker { margin-bottom: 0.75rem; color: var(--soft); font-size: 0.875rem; }
    .soft, caption { color: var(--soft); font-size: 0.875rem; }
    .figure { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    .note { display: block; color: var(--soft); font-size: 0.8125rem; font-weight: 400; }

    .facts {
      display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr));
      gap: 1.25rem 2rem; margin: 2rem 0; padding: 1.25rem 0; border: solid var(--line); border-width: 1px 0;
    }
    .facts dt { color: var(--soft); font-size: 0.8125rem; }
    .facts dd { margin: 0; font-size: 1.125rem; font-weight: 600; font-variant-numeric: tabular-nums; }
    nav ul { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; margin: 0; padding: 0; list-style: none; }
    nav a { font-size: 0.9375rem; }

    table { width: 100%; border-collapse: collapse; }
    caption { padding-bottom: 0.75rem; text-align: left; }
    th, td { padding: 0.5rem 0; vertical-align: top; text-align: left; font-weight: 400; }
    thead th { color: var(--soft); font-size: 0.8125rem; border-bottom: 1px solid var(--line); }
    td.figure, th.figure { padding-left: 1.5rem; text-align: right; }

    .bars { max-width: 46rem; }
    .bars tbody th { width: 100%; }
    .bars svg { display: block; width: 100%; height: 0.375rem; margin-top: 0.375rem; }
    .bars .rest { color: var(--soft); }
    .bars .rest :is(th, td) { border-top: 1px solid var(--line); }
    rect { fill: var(--bar); }

    figure { margin: 0; }
    .large { margin-top: 1.5rem; }
    .large .days { height: 11rem; }
    figcaption { display: flex; justify-content: space-between; gap: 1rem; margin-bottom: 0.375rem; font-size: 0.875rem; }
    .days { display: block; height: 3.5rem; border-bottom: 1px solid var(--soft); }
    .axis.short { justify-content: start; }
    .axis { display: flex; justify-content: space-between; gap: 1rem; margin: 0.25rem 0 0; color: var(--soft); font-size: 0.75rem; }
    .multiples { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: 2rem 2.5rem; align-items: end; margin-top: 1.25rem; }
    .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 0 4rem; }
    details { margin-top: 1rem; font-size: 0.875rem; }
    summary { cursor: pointer; color: var(--soft); }
    .plain { width: auto; margin-top: 0.75rem; }
    .plain :is(th, td) { padding: 0.125rem 0; }

    .key { color: var(--soft); font-size: 0.9375rem; }
    .sides { table-layout: fixed; }
    .sides td { padding: 0.5rem 2.25rem 0.5rem 0; }
    .sides td + td { padding: 0.5rem 0.75rem 0.5rem 2.25rem; border-left: 1px solid var(--line); }
    .sides th + th { padding-left: 2.25rem; }
    .sides td p { margin: 0; }
    .sides td p + p { margin-top: 0.25rem; }
    .original, .cleaned { font: 1.0625rem/1.6 var(--serif); }
    .same .original { color: var(--soft); }
    .gone td { background: var(--wash); }
    .gone + .gone td { border-top: 1px solid var(--line); }
    .gone .original { padding-left: 0.75rem; border-left: 3px double var(--gone); font-size: 0.9375rem; }
    .reason { color: var(--soft); font: 0.8125rem/1.5 var(--sans); }
    .sides .cleaned .reason { margin-top: 0.5rem; }
    .reason code { color: var(--ink); }
    .name { text-decoration: underline 1px dotted; }
    .rewrite { text-decoration: underline 2px solid; }
    .annotate { text-decoration: underline 1px wavy; }
    .was { font-size: 0.875em; }
    :target { background: var(--wash); outline: 2px solid var(--name); outline-offset: 2px; }

    .notes th:first-child { width: 30%; }
    .notes th, .notes td { padding-right: 2rem; }
    .notes tbody :is(th, td) { border-bottom: 1px solid var(--line); }
    .notes tbody th { font-weight: 600; }
    .notes tbody th del { font-weight: 400; }
    .notes ul { margin: 0.25rem 0 0; padding-left: 1.25rem; }
    .found { font: 0.8125rem/1.5 var(--mono); }

    @media (max-width: 44rem) {
      .facts { grid-template-columns: 1fr 1fr; gap: 1rem; }
      .multiples { grid-template-columns: 1fr 1fr; gap: 1.5rem; }
      td.figure, th.figure { padding-left: 0.75rem; }
      .sides, .sides :is(tbody, tr, td), .notes, .notes :is(tbody, tr, td, th) { display: block; width: auto; }
      .sides caption, .notes caption { display: block; }
      .sides thead, .notes thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      .sides tr { padding: 0.75rem 0; border-bottom: 1px solid var(--line); }
      .sides td, .sides td + td { padding: 0; border: 0; }
      .sides .gone { padding-left: 0.75rem; border-left: 3px double var(--gone); background: var(--wash); }
      .sides .gone .original { padding: 0; border: 0; }
      .gone + .gone td { border: 0; }
      .gone .reason { margin-top: 0.25rem; }
      .same .original { display: none; }
      .changed td::before { display: block; color: var(--soft); font: 0.75rem/1.5 var(--sans); }
      .changed .original::before { content: "Original"; }
      .changed .cleaned::before { content: "Cleaned"; }
      .changed .cleaned { margin-top: 0.5rem; }
      .notes tr { padding: 0.75rem 0; border-bottom: 1px solid var(--line); }
      .notes tbody :is(th, td) { padding: 0; border: 0; }
      .notes th:first-child { width: auto; }
    }

    @media print {
      :root { --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --wash: #fff; --gone: #000; --name: #000; --bar: #777; }
      main { max-width: none; padding: 0; }
      nav, details { display: none; }
      section { margin-top: 2rem; }
      tr, figure { break-inside: avoid; }
      h2, h3 { break-after: avoid; }
      thead { display: table-header-group; }
      rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }

    """
}
