using Clientele.Sales.Lines;

namespace Clientele.Cleaning;

/// <summary>Counts lines and exact money per bucket; one per thread, added up at the end.</summary>
internal sealed class AuditTally
{
    private readonly long[] _lines = new long[CleaningRules.Catalog.Count + 1];
    private readonly Money[] _money = new Money[CleaningRules.Catalog.Count + 1];

    public long EmptyLines { get; set; }

    /// <summary>Records of more than ten line breaks, kept or not.</summary>
    public long TallRecords { get; set; }

    /// <summary>Largest kept line.</summary>
    public Money Largest { get; private set; }

    public long LinesRead
    {
        get
        {
            var sum = 0L;
            foreach (var lines in _lines) sum += lines;
            return sum;
        }
    }

    /// <summary>Lines in the bucket of a rule, by its index in the catalog.</summary>
    public long LinesIn(int bucket) => _lines[bucket + 1];

    public long LinesKept => _lines[0];

    public Money MoneyKept => _money[0];

    /// <summary>Puts lines into the bucket of a rule.</summary>
    /// <param name="bucket">Index of the rule in the catalog.</param>
    /// <param name="lines">How many.</param>
    /// <param name="money">What they come to.</param>
    public void Count(int bucket, int lines, in Money money)
    {
        _lines[bucket + 1] += lines;
        _money[bucket + 1] += money;
    }

    /// <summary>Adds kept lines.</summary>
    /// <param name="lines">How many.</param>
    /// <param name="money">What they come to.</param>
    /// <param name="largest">The largest of them.</param>
    public void CountKept(int lines, in Money money, in Money largest)
    {
        _lines[0] += lines;
        _money[0] += money;
        if (largest.CompareTo(Largest) > 0) Largest = largest;
    }

    /// <summary>Lines that turned out not to be kept after all were read: a further bucket takes them.</summary>
    public void TakeOutOfKept(long lines, in Money money)
    {
        _lines[0] -= lines;
        _money[0] -= money;
    }

    public void Add(AuditTally other)
    {
        for (var i = 0; i < _lines.Length; i++)
        {
            _lines[i] += other._lines[i];
            _money[i] += other._money[i];
        }

        EmptyLines += other.EmptyLines;
        TallRecords += other.TallRecords;
        if (other.Largest.CompareTo(Largest) > 0) Largest = other.Largest;
    }

    /// <summary>The audit of these counts; rules that are off are left out.</summary>
    public Audit ToAudit(LineFacts active, IReadOnlyList<Finding> findings, IReadOnlyList<AuditEntry> further)
    {
        var excluded = new List<AuditEntry>();
        for (var i = 0; i < CleaningRules.Catalog.Count; i++)
        {
            var choice = CleaningRules.Catalog[i];
            if ((choice.Create(Settings.Defaults).Fact & active) != 0) excluded.Add(new AuditEntry(choice.Name, _lines[i + 1], _money[i + 1]));
        }

        excluded.AddRange(further);
        var read = LinesRead;
        foreach (var entry in further) read += entry.Lines;
        var money = MoneyKept;
        foreach (var entry in excluded) money += entry.Money;
        return new Audit
        {
            LinesRead = read,
            MoneyRead = money,
            LinesKept = LinesKept,
            MoneyKept = MoneyKept,
            Excluded = excluded,
            Findings = findings,
        };
    }
}
