using System.Text;

namespace Clientele.Cleaning;

/// <summary>Puts a letter and the accent written behind it into one character, as far as one letter of the Latin alphabet carries one accent.</summary>
/// <remarks>The runtime's own normalization needs data that is not there when cultures are switched off.</remarks>
internal static class Accents
{
    /// <summary>Per accent: the mark, the plain letters, the letters that carry it.</summary>
    private static readonly string[] s_marks =
    [
        "\u0300", "AaEeIiNnOoUuWwYy", "ÀàÈèÌìǸǹÒòÙùẀẁỲỳ",
        "\u0301", "AaCcEeGgIiKkLlMmNnOoPpRrSsUuWwYyZz", "ÁáĆćÉéǴǵÍíḰḱĹĺḾḿŃńÓóṔṕŔŕŚśÚúẂẃÝýŹź",
        "\u0302", "AaCcEeGgHhIiJjOoSsUuWwYyZz", "ÂâĈĉÊêĜĝĤĥÎîĴĵÔôŜŝÛûŴŵŶŷẐẑ",
        "\u0303", "AaEeIiNnOoUuVvYy", "ÃãẼẽĨĩÑñÕõŨũṼṽỸỹ",
        "\u0304", "AaEeGgIiOoUuYy", "ĀāĒēḠḡĪīŌōŪūȲȳ",
        "\u0306", "AaEeGgIiOoUu", "ĂăĔĕĞğĬĭŎŏŬŭ",
        "\u0307", "AaBbCcDdEeFfGgHhIMmNnOoPpRrSsTtWwXxYyZz", "ȦȧḂḃĊċḊḋĖėḞḟĠġḢḣİṀṁṄṅȮȯṖṗṘṙṠṡṪṫẆẇẊẋẎẏŻż",
        "\u0308", "AaEeHhIiOotUuWwXxYy", "ÄäËëḦḧÏïÖöẗÜüẄẅẌẍŸÿ",
        "\u030a", "AaUuwy", "ÅåŮůẘẙ",
        "\u030b", "OoUu", "ŐőŰű",
        "\u030c", "AaCcDdEeGgHhIijKkLlNnOoRrSsTtUuZz", "ǍǎČčĎďĚěǦǧȞȟǏǐǰǨǩĽľŇňǑǒŘřŠšŤťǓǔŽž",
        "\u0327", "CcDdEeGgHhKkLlNnRrSsTt", "ÇçḐḑȨȩĢģḨḩĶķĻļŅņŖŗŞşŢţ",
        "\u0328", "AaEeIiOoUu", "ĄąĘęĮįǪǫŲų",
    ];

    public static string Compose(string text)
    {
        if (Ascii.IsValid(text)) return text;
        var composed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var whole = composed.Length == 0 ? '\0' : Carrying(composed[^1], c);
            if (whole == '\0') composed.Append(c);
            else composed[^1] = whole;
        }

        return composed.ToString();
    }

    private static char Carrying(char letter, char mark)
    {
        for (var i = 0; i < s_marks.Length; i += 3)
        {
            if (s_marks[i][0] != mark) continue;
            var at = s_marks[i + 1].IndexOf(letter);
            return at < 0 ? '\0' : s_marks[i + 2][at];
        }

        return '\0';
    }
}
