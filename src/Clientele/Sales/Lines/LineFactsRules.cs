using System.Text;

namespace Clientele.Sales.Lines;

/// <summary>Facts that need a look at the words of a line: cancelled invoices, statuses, products that are none. One per thread.</summary>
internal sealed class LineFactsRules(LineFacts active)
{
    private const long OutlierUnits = 10_000L * 1_000_000;

    private static readonly string[] s_nonProducts =
    [
        "POST", "DOT", "D", "M", "S", "B", "C2", "CRUK", "PADS", "BANK CHARGES", "AMAZONFEE", "ADJUST", "ADJUST2", "DCGSSBOY", "DCGSSGIRL",
        "POSTAGE", "SHIPPING", "DISCOUNT", "MANUAL", "FEE", "FEES", "VOUCHER", "GIFT CARD", "VERSAND", "PORTO", "RABATT", "GUTSCHEIN", "LIVRAISON", "REMISE",
    ];

    private static readonly string[] s_cancelled =
    [
        "cancelled", "canceled", "cancellation", "cancel", "returned", "return", "refunded", "refund", "void", "voided", "reversed", "chargeback",
        "storniert", "storno", "retoure", "zurückgegeben", "erstattet", "annulé", "annulée", "annule", "retourné", "remboursé", "remboursée",
        "cancelado", "cancelada", "devuelto", "devolución", "reembolsado", "annullato", "reso", "rimborsato", "geannuleerd", "retour", "devolvido",
    ];

    private Dictionary<ulong, bool>? _statuses;

    /// <summary>A rule that reads product codes is on.</summary>
    public bool LooksAtProducts { get; } = (active & (LineFacts.NonProduct | LineFacts.TestOrder)) != 0;

    /// <summary>A rule that looks at quantities is on.</summary>
    public bool LooksAtUnits { get; } = (active & LineFacts.Outlier) != 0;

    /// <summary>The invoice id starts with C before a digit.</summary>
    public static bool IsCancelled(byte[] bytes, int start, int length) =>
        bytes[start] is (byte)'C' or (byte)'c' && length > 1 && (uint)bytes[start + 1] - '0' <= 9;

    public LineFacts OfProduct(ReadOnlySpan<byte> code)
    {
        Span<byte> upper = stackalloc byte[32];
        var trimmed = code.Trim(" \t"u8);
        if (trimmed.Length > upper.Length || trimmed.IsEmpty) return LineFacts.None;
        for (var i = 0; i < trimmed.Length; i++) upper[i] = trimmed[i] is >= (byte)'a' and <= (byte)'z' ? (byte)(trimmed[i] - 32) : trimmed[i];
        upper = upper[..trimmed.Length];
        var facts = upper.StartsWith("TEST"u8) ? LineFacts.TestOrder : LineFacts.None;
        if (upper.StartsWith("GIFT_"u8)) facts |= LineFacts.NonProduct;
        foreach (var name in s_nonProducts)
        {
            if (Same(upper, name)) return facts | LineFacts.NonProduct;
        }

        return facts;
    }

    public LineFacts OfStatus(ulong hash, ReadOnlySpan<byte> status)
    {
        _statuses ??= [];
        if (!_statuses.TryGetValue(hash, out var cancelled))
        {
            cancelled = s_cancelled.AsSpan().Contains(Encoding.UTF8.GetString(status).Trim().ToLowerInvariant());
            _statuses.Add(hash, cancelled);
        }

        return cancelled ? LineFacts.Cancelled : LineFacts.None;
    }

    /// <summary>What so large a quantity is.</summary>
    /// <param name="units">Quantity in millionths.</param>
    public static LineFacts OfUnits(long units) => Math.Abs(units) >= OutlierUnits ? LineFacts.Outlier : LineFacts.None;

    private static bool Same(ReadOnlySpan<byte> ascii, string name)
    {
        if (ascii.Length != name.Length) return false;
        for (var i = 0; i < name.Length; i++)
        {
            if (ascii[i] != name[i]) return false;
        }

        return true;
    }
}
