using Clientele.Cleaning;

namespace Clientele.Samples;

/// <summary>What a line was written to be.</summary>
[Flags]
internal enum LineMarks
{
    None = 0,
    Unreadable = 1,
    Duplicate = 2,
    NoCustomer = 4,
    Cancellation = 8,
    NonProduct = 16,
    TestOrder = 32,
}

/// <summary>Counts lines and exact money by the rule that must take them; money in thousandths of the unit.</summary>
internal sealed class SalesTally
{
    private const int Rules = 6;
    private const int Kept = Rules;

    private static readonly string[] s_rules =
        ["unreadable-line", "duplicate-line", "no-customer", "cancellation", "quantity-not-positive", "price-not-positive"];

    private readonly long[] _lines = new long[Rules + 1];
    private readonly long[] _mills = new long[Rules + 1];
    private long _nonProductLines, _nonProductMills, _testLines, _testMills;

    public long Lines { get; private set; }

    /// <summary>Counts a line; true when it is kept by the standard rules.</summary>
    public bool Add(LineMarks marks, long quantity, long mills)
    {
        Lines++;
        var rule = RuleOf(marks, quantity, mills);
        var money = rule == 0 ? 0 : quantity * mills;
        _lines[rule]++;
        _mills[rule] += money;
        if (rule != Kept) return false;
        if ((marks & LineMarks.NonProduct) != LineMarks.None)
        {
            _nonProductLines++;
            _nonProductMills += money;
        }
        else if ((marks & LineMarks.TestOrder) != LineMarks.None)
        {
            _testLines++;
            _testMills += money;
        }

        return true;
    }

    public Audit Audit()
    {
        var excluded = new AuditEntry[Rules];
        long mills = 0;
        for (var i = 0; i < Rules; i++) excluded[i] = new AuditEntry(s_rules[i], _lines[i], Money.Of(_mills[i], 3));
        foreach (var part in _mills) mills += part;
        return new Audit
        {
            LinesRead = Lines,
            MoneyRead = Money.Of(mills, 3),
            LinesKept = _lines[Kept],
            MoneyKept = Money.Of(_mills[Kept], 3),
            Excluded = excluded,
        };
    }

    public AuditEntry NonProduct() => new("non-product", _nonProductLines, Money.Of(_nonProductMills, 3));

    public AuditEntry TestOrder() => new("test-order", _testLines, Money.Of(_testMills, 3));

    private static int RuleOf(LineMarks marks, long quantity, long mills)
    {
        if ((marks & LineMarks.Unreadable) != LineMarks.None) return 0;
        if ((marks & LineMarks.Duplicate) != LineMarks.None) return 1;
        if ((marks & LineMarks.NoCustomer) != LineMarks.None) return 2;
        if ((marks & LineMarks.Cancellation) != LineMarks.None) return 3;
        return quantity <= 0 ? 4 : mills <= 0 ? 5 : Kept;
    }
}
