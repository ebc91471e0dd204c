namespace Clientele.Sales.Layouts;

/// <summary>Counts ids that were printed as floats. Ids are counted as they stand, trimmed; empty ones say nothing.</summary>
internal static class IdEvidence
{
    public static void ObserveCustomer(ReadOnlySpan<byte> id, ref LayoutEvidence evidence)
    {
        id = Words.Trim(id);
        if (id.Length == 0) return;
        if (IsFloat(id)) evidence.FloatCustomerIds++;
        else evidence.OtherCustomerIds++;
    }

    public static void ObserveInvoice(ReadOnlySpan<byte> id, ref LayoutEvidence evidence)
    {
        id = Words.Trim(id);
        if (id.Length == 0) return;
        if (IsFloat(id)) evidence.FloatInvoiceIds++;
        else evidence.OtherInvoiceIds++;
    }

    /// <summary>One or more digits, then <c>.0</c>.</summary>
    public static bool IsFloat(ReadOnlySpan<byte> id) =>
        id.Length > 2 && id[^1] == '0' && id[^2] == '.' && Words.Digits(id[..^2]);

    /// <summary>Digits, a mark, digits, E+, digits: what a spreadsheet makes of a long id. Its last digits are lost.</summary>
    public static bool IsScientific(ReadOnlySpan<byte> id)
    {
        var e = id.IndexOfAny((byte)'e', (byte)'E');
        if (e < 3 || e + 2 >= id.Length || id[e + 1] != '+' || id[1] is not ((byte)'.' or (byte)',')) return false;
        return Words.Digits(id[(e + 2)..]) && Words.Digits(id[..1]) && Words.Digits(id[2..e]);
    }
}
