namespace Clientele.Sales.Plain;

/// <summary>Ids that were printed as floats.</summary>
internal static class PlainIds
{
    /// <summary>Takes the <c>.0</c> off customer and invoice ids of a file when every id that is not blank has it.</summary>
    public static void StripFloats(List<PlainLine> lines)
    {
        Strip(lines, line => line.Customer, (line, id) => line.Customer = id);
        Strip(lines, line => line.Invoice, (line, id) => line.Invoice = id);
    }

    private static void Strip(List<PlainLine> lines, Func<PlainLine, string> get, Action<PlainLine, string> set)
    {
        var filled = lines.Where(line => !line.Broken && get(line).Length > 0).ToList();
        if (!filled.TrueForAll(line => IsFloat(get(line)))) return;
        foreach (var line in filled) set(line, get(line)[..^2]);
    }

    /// <summary>One or more ASCII digits, then <c>.0</c>.</summary>
    private static bool IsFloat(string id) => id.Length > 2 && id.EndsWith(".0", StringComparison.Ordinal) && id[..^2].All(char.IsAsciiDigit);
}
