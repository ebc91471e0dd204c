using Clientele.Tables;

namespace Clientele.People.Cleaning;

/// <summary>The words in which marital status is written, in the languages that shops export in.</summary>
internal static class MaritalWords
{
    private static readonly HashSet<string> s_two = new(StringComparer.Ordinal)
    {
        "married", "together", "partnered", "partner", "cohabiting", "cohabitation", "livingtogether", "civilunion", "civilpartnership", "domesticpartner", "inrelationship", "relationship", "marriedcivspouse", "marriedafspouse",
        "verheiratet", "zusammenlebend", "lebenspartnerschaft", "marie", "mariee", "enconcubinage", "pacs", "pacse", "casado", "casada", "enpareja", "unionlibre", "sposato", "sposata", "convivente", "gehuwd", "getrouwd", "samenwonend", "zonaty", "zamezna", "gift", "sambo",
    };

    private static readonly HashSet<string> s_one = new(StringComparer.Ordinal)
    {
        "single", "divorced", "widow", "widowed", "widower", "separated", "unmarried", "nevermarried", "engaged", "annulled", "marriedspouseabsent", "other", "unknown", "notstated", "prefernottosay",
        "ledig", "geschieden", "verwitwet", "getrennt", "celibataire", "divorce", "divorcee", "veuf", "veuve", "separe", "separee", "soltero", "soltera", "divorciado", "divorciada", "viudo", "viuda", "separado", "separada",
        "celibe", "nubile", "divorziato", "divorziata", "vedovo", "vedova", "ongehuwd", "gescheiden", "weduwe", "weduwnaar", "solteiro", "solteira", "viuvo", "viuva", "kawaler", "panna", "rozwiedziony", "wdowiec", "ogift", "skild", "s", "m", "d", "w",
    };

    public static bool IsTwo(string word) => s_two.Contains(Table.Folded(word, gaps: false));

    public static bool IsKnown(string word) => IsTwo(word) || s_one.Contains(Table.Folded(word, gaps: false));
}
