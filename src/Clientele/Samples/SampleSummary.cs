using Clientele.Cleaning;

namespace Clientele.Samples;

/// <summary>What was written, and what an honest audit of it must find.</summary>
public sealed record SampleSummary
{
    /// <summary>Lines and exact money per rule under the standard cleaning rules, in their order.</summary>
    public required Audit Audit { get; init; }

    /// <summary>Kept lines that the optional rule <c>non-product</c> takes: POST, M.</summary>
    public required AuditEntry NonProduct { get; init; }

    /// <summary>Kept lines that the optional rule <c>test-order</c> takes after that.</summary>
    public required AuditEntry TestOrder { get; init; }

    /// <summary>Bytes of the sales file.</summary>
    public required long Bytes { get; init; }

    /// <summary>Customers with a kept line; blanks around an id do not make another one. The test customer counts.</summary>
    public required long Customers { get; init; }

    /// <summary>Customer ids with a kept line as they stand in the file: an id with a blank beside it is one of its own.</summary>
    public required long CustomerIds { get; init; }

    /// <summary>Distinct invoices with a kept line.</summary>
    public required long Orders { get; init; }

    /// <summary>Distinct stock codes on kept lines.</summary>
    public required long Products { get; init; }

    /// <summary>Distinct countries on kept lines.</summary>
    public required long Countries { get; init; }

    /// <summary>Time of the first kept line, or null when none was kept.</summary>
    public required DateTime? First { get; init; }

    public required DateTime? Last { get; init; }

    /// <summary>Lines per planted kind of dirt, in no rule's order: one line can carry several.</summary>
    public required IReadOnlyList<(string Dirt, long Lines)> Planted { get; init; }

    /// <summary>Customers in the file per planted kind, in the order of the truth file's story.</summary>
    public required IReadOnlyList<(string Kind, long Customers)> Kinds { get; init; }

    /// <summary>Pairs of stock codes that are bought together on purpose.</summary>
    public required IReadOnlyList<(string One, string Other)> Companions { get; init; }
}
