extension SalesPage {
    /// Light and dark by the reader's setting; one column on a phone, more where there is room. Texts have a contrast of at
    /// least 4.5 to their ground in both (WCAG 2.2, 1.4.3).
    static let style = """
        :root { color-scheme: light dark; --ground: #f6f7f9; --card: #ffffff; --text: #16202c; --soft: #55606e;
          --grid: #e3e7ec; --axis: #8a94a1; --bar: #2563c9; --refund: #b4541a; --run: #0f766e;
          --valid: #2563c9; --superseded: #9aa5b3; --rejected: #c2352b; }
        @media (prefers-color-scheme: dark) {
          :root { --ground: #10151c; --card: #18202a; --text: #e8edf3; --soft: #a4b0be;
            --grid: #2a3542; --axis: #65717f; --bar: #6ea8ff; --refund: #f0a35e; --run: #4fd1c0;
            --valid: #6ea8ff; --superseded: #75818f; --rejected: #ff7b72; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--ground); color: var(--text);
          font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
        header, main { max-width: 1120px; margin: 0 auto; padding: 16px; }
        header { padding-bottom: 0; }
        h1 { font-size: 1.5rem; margin: 0; }
        h2 { font-size: 1.05rem; margin: 0 0 8px; }
        header p { margin: 0; color: var(--soft); }
        main { display: grid; gap: 16px; grid-template-columns: repeat(auto-fit, minmax(min(420px, 100%), 1fr));
          align-items: start; }
        section { background: var(--card); border: 1px solid var(--grid); border-radius: 10px; padding: 14px;
          min-width: 0; }
        @media (min-width: 900px) { .tall { grid-row: span 2; } }
        .tiles { grid-column: 1 / -1; display: grid; gap: 12px; margin: 0;
          grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); }
        .tiles div { background: var(--card); border: 1px solid var(--grid); border-radius: 10px; padding: 10px 14px; }
        dt { color: var(--soft); font-size: .85rem; }
        dd { margin: 0; font-size: 1.35rem; font-weight: 600; font-variant-numeric: tabular-nums; }
        svg { display: block; width: 100%; height: auto; }
        svg text { font-size: 12px; fill: var(--soft); }
        svg .heading { font-weight: 600; fill: var(--text); }
        svg .value { fill: var(--text); font-variant-numeric: tabular-nums; }
        .grid { stroke: var(--grid); } .axis { stroke: var(--axis); }
        .bar { fill: var(--bar); } .refund { fill: var(--refund); }
        .run { fill: none; stroke: var(--run); stroke-width: 2; } .run-dot { fill: var(--run); }
        .valid { fill: var(--valid); } .superseded { fill: var(--superseded); } .rejected { fill: var(--rejected); }
        details { margin-top: 10px; }
        summary { cursor: pointer; color: var(--soft); padding: 6px 0; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: .88rem; white-space: nowrap; }
        th, td { text-align: left; padding: 4px 12px 4px 0; border-bottom: 1px solid var(--grid); }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        @media print { details > .scroll { display: block; } section { break-inside: avoid; } }
        """
}
