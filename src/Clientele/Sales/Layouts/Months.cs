namespace Clientele.Sales.Layouts;

/// <summary>Month names in English, German, French, Spanish, Italian, Dutch and Portuguese, short and long, folded by <see cref="Words.Fold"/>.</summary>
internal static class Months
{
    private static ReadOnlySpan<byte> Names =>
        " jan january januar janner jaenner janv janvier ene enero gen gennaio januari janeiro | feb february februar feber fev fevr fevrier febrero febbraio februari fevereiro | mar march marz maerz mrz mars marzo mrt maart marco | apr april avr avril abr abril aprile | may mai mayo mag maggio mei maio | jun june juni juin junio giu giugno junho | jul july juli juil juillet julio lug luglio julho | aug august aou aout ago agosto augustus | sep sept september septembre septiembre setiembre set settembre setembro | oct october okt oktober octobre octubre ott ottobre out outubro | nov november novembre noviembre novembro | dec december dez dezember decembre dic diciembre dicembre dezembro | "u8;

    private const int LongestName = 24;

    /// <summary>Month 1 … 12 of a name in any case, with or without accents; 0 when it is none.</summary>
    public static int Find(ReadOnlySpan<byte> text)
    {
        if (text.Length is < 3 or > LongestName) return 0;
        Span<byte> word = stackalloc byte[LongestName];
        word = word[..Words.Fold(text, word)];
        if (word.Length < 3) return 0;
        var names = Names;
        for (var at = 0; at < names.Length;)
        {
            var found = names[at..].IndexOf(word);
            if (found < 0) return 0;
            at += found;
            if (names[at - 1] == ' ' && names[at + word.Length] == ' ') return names[..at].Count((byte)'|') + 1;
            at++;
        }

        return 0;
    }
}
