import Diagnostics

/// How a page looks: one sheet for screens of any width, light and dark, and for A4.
enum HTMLStyle {
  static let sheet =
    """
    :root{\(HTMLPalette.light.variables)}
    @media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;\
    \(HTMLPalette.dark.variables)}}

    """ + page + tables + tree + paper + SVGPalette.style(.automatic, of: "figure svg")

  private static let page = """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth}
    @media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
    body{margin:0;background:var(--background);color:var(--text);\
    font:16px/1.6 \(SVGChart.fonts);overflow-wrap:anywhere}
    main{max-width:944px;margin:0 auto;padding:40px 32px 64px}
    main:focus{outline:none}
    header{border-top:6px solid var(--accent);padding-top:24px}
    h1{font-size:2.1rem;line-height:1.2;font-weight:650;margin:0 0 8px;letter-spacing:-.01em}
    h2{font-size:1.35rem;line-height:1.3;font-weight:650;margin:56px 0 16px;padding-bottom:8px;\
    border-bottom:1px solid var(--line)}
    :lang(zh) h1{letter-spacing:0}
    p{margin:0 0 12px;max-width:44em}
    .lead{margin-top:28px}
    .lead>p{font-size:1.12rem}
    .subtitle{font-size:1.15rem;color:var(--quiet);margin-bottom:12px}
    .byline{list-style:none;margin:0;padding:0;color:var(--quiet);font-size:.9rem;\
    display:flex;flex-wrap:wrap;gap:2px 20px}
    a{color:var(--accent);text-underline-offset:.15em}
    :focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
    .skip{position:absolute;left:-9999px;top:0;background:var(--background);padding:8px 16px;\
    z-index:9}
    .skip:focus{left:8px;top:8px}
    nav{margin-top:28px;background:var(--surface);border-left:3px solid var(--accent);\
    padding:14px 20px}
    nav p{margin:0 0 4px;font-weight:650}
    nav ol{margin:0;padding-left:1.6em;columns:2;column-gap:40px}
    nav li{break-inside:avoid;padding:2px 0}
    nav a{text-decoration:none}
    nav a:hover{text-decoration:underline}
    figure{margin:28px 0 8px}
    figcaption,caption{font-weight:650;font-size:1rem;line-height:1.4;text-align:left}
    figcaption{margin-bottom:4px}
    figure svg{display:block;width:100%;height:auto}
    .narrow{display:none}
    .note{color:var(--quiet);font-size:.85rem;margin:2px 0;max-width:none}
    details{margin:4px 0 20px}
    summary{cursor:pointer;color:var(--accent);font-size:.9rem;padding:4px 0;width:fit-content}
    pre{background:var(--surface);padding:14px 16px;margin:16px 0;overflow-x:auto;\
    font:13px/1.5 'Cascadia Mono',Consolas,'SF Mono',Menlo,'Noto Sans Mono','Noto Sans Mono CJK SC',\
    monospace;white-space:pre;tab-size:4}
    @media screen and (max-width:640px){
    main{padding:20px 16px 40px}
    h1{font-size:1.6rem}
    h2{font-size:1.2rem;margin-top:40px}
    nav ol{columns:1}
    .broad{display:none}
    .narrow{display:block}
    }

    """

  private static let tables = """
    .scroll{overflow-x:auto;margin:24px 0 8px}
    table{border-collapse:separate;border-spacing:0;font-size:.875rem;line-height:1.4;min-width:50%}
    caption{padding-bottom:8px}
    caption span{position:sticky;left:0;display:inline-block;max-width:min(100%,calc(100vw - 32px))}
    th,td{padding:6px 10px;text-align:left;vertical-align:top;max-width:30em;\
    border-bottom:1px solid var(--line);font-weight:400;overflow-wrap:break-word}
    .long{overflow-wrap:anywhere;min-width:11em}
    thead th{font-weight:650;vertical-align:bottom;background:var(--surface);\
    border-bottom:2px solid var(--quiet)}
    .n{text-align:right;font-variant-numeric:tabular-nums lining-nums;white-space:nowrap}
    thead .n{white-space:normal}
    .unit{font-weight:400;color:var(--quiet)}
    .unit,.whole{white-space:nowrap}
    tr>:first-child{position:sticky;left:0;background:var(--background);z-index:1}
    thead tr>:first-child{background:var(--surface)}
    tbody tr:hover>*{background:var(--surface)}
    @media screen and (max-width:640px){
    table{font-size:.8125rem}
    th,td{padding:5px 8px}
    tr>:first-child{max-width:38vw;border-right:1px solid var(--line)}
    }

    """

  private static let tree = """
    .tree,.tree ul{list-style:none;margin:0;padding:0}
    .tree{margin:24px 0 8px;font-size:.9rem;line-height:1.45}
    .tree ul{margin-left:.5em;padding-left:1em;border-left:1px solid var(--line)}
    .tree li{padding:3px 0 0}
    .tree div{display:flex;flex-wrap:wrap;gap:0 .4em;border-bottom:1px solid var(--line)}
    .tree div>:first-child{flex:1 1 9em}
    .tree b{font-weight:600;font-variant-numeric:tabular-nums lining-nums;white-space:nowrap}
    .tree .unit{min-width:4.8em}
    .tree small{display:block;color:var(--quiet);font-size:.8125rem}

    """

  private static let paper = """
    @page{size:A4;margin:16mm 15mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);\
    font:8pt sans-serif;color:\(HTMLPalette.light.quiet)}}
    @page across{size:A4 landscape;margin:15mm}
    @media print{
    *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    html{scroll-behavior:auto}
    body{font-size:10pt;line-height:1.5}
    main{max-width:none;padding:0}
    .skip,summary,details:not([open]){display:none}
    h1{font-size:20pt}
    h2{font-size:14pt;margin-top:9mm}
    h1,h2,h2+p,figcaption,caption{break-after:avoid}
    nav{break-inside:avoid}
    nav a{color:inherit}
    p{orphans:3;widows:3}
    h2+p,figure,tr,.brief,.tree div,.tree small{break-inside:avoid}
    .tree{font-size:9pt}
    .tree small{font-size:8pt;break-before:avoid}
    tbody tr:nth-child(-n+2){break-after:avoid}
    tbody tr:nth-last-child(-n+2){break-before:avoid}
    figure svg{max-height:225mm}
    .note{break-before:avoid}
    .scroll{overflow:visible;margin:5mm 0 2mm}
    pre{white-space:pre-wrap;font-size:8pt}
    thead{display:table-header-group}
    tr>:first-child,caption span{position:static}
    th,td{padding:1.2mm .5em}
    .long{min-width:7em}
    .across{page:across}
    .p9 table{font-size:9pt}
    .p8 table{font-size:8pt}
    .p7 table{font-size:7pt}
    .p6 table{font-size:6pt}
    }

    """
}
