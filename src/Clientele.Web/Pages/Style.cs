namespace Clientele.Web.Pages;

/// <summary>How the page looks; light and dark.</summary>
internal static class Style
{
    public const string Sheet = """
        :root{color-scheme:light dark;--ink:#1c2430;--soft:#5b6675;--line:#dfe4ea;--ground:#f6f7f9;--card:#fff;--good:#1a7f4b;--bad:#b3261e}
        @media(prefers-color-scheme:dark){:root{--ink:#e8ebef;--soft:#9aa5b3;--line:#303844;--ground:#14181e;--card:#1c222a;--good:#5cc98f;--bad:#ff8a80}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
        header,main,footer{max-width:72rem;margin:0 auto;padding:0 1.25rem}
        header{padding-top:2rem}
        h1{margin:0;font-size:1.75rem}
        h2{margin:0 0 .75rem;font-size:1.15rem}
        header p,footer,.note,small{color:var(--soft)}
        header p{margin:.25rem 0 0;overflow-wrap:anywhere}
        section{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:1.25rem;margin:1.25rem 0}
        .headline{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:1rem}
        .headline b{display:block;font-size:1.6rem;font-variant-numeric:tabular-nums}
        .headline span{color:var(--soft)}
        .wide{overflow-x:auto}
        table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
        th,td{padding:.45rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
        thead th{color:var(--soft);font-weight:500;font-size:.85rem;white-space:nowrap;vertical-align:bottom}
        tbody th{font-weight:600;min-width:13rem}
        .n{text-align:right;white-space:nowrap}
        small{display:block;font-weight:400;font-size:.8rem}
        th i{float:left;width:.7rem;height:.7rem;border-radius:50%;margin:.45rem .5rem 0 0;background:var(--group)}
        .bar{min-width:8rem;white-space:nowrap}
        .bar svg{display:inline-block;width:calc(100% - 4.2rem);background:var(--line);border-radius:2px;vertical-align:baseline}
        .bar rect{fill:var(--group)}
        .bar span{display:inline-block;width:4rem;text-align:right}
        tr{--group:#7a8594}
        .high-value{--group:#2f7d5b}.promising{--group:#3b78c4}.occasional{--group:#b08a2e}.at-risk{--group:#c8553d}.lost{--group:#8a8f98}
        .audit{max-width:40rem}
        .audit .out th{font-weight:400;padding-left:1.8rem}
        .audit .sum *{font-weight:700}
        .good{color:var(--good)}.bad{color:var(--bad);font-weight:700}
        .good,.bad,.note{margin:.75rem 0 0}
        ul{margin:0;padding-left:1.2rem}
        a{color:inherit}
        footer{padding-bottom:2rem;font-size:.85rem}
        """;
}
