namespace Clientele.Web.Jobs;

/// <summary>What a run is asked to do. Whatever is left out is as the command has it, or as in the run named by <see cref="From"/>.</summary>
internal sealed record PlanRequest
{
    /// <summary>Id of the file to read.</summary>
    public string? Source { get; init; }

    /// <summary>Id of a run whose files and plan are taken over; what is given here replaces its parts.</summary>
    public string? From { get; init; }

    /// <summary>sales or table; left out, it is found out.</summary>
    public string? Kind { get; init; }

    /// <summary>What is looked at: for sales segment, report, explore, products, baskets or actions, for a table segment, describe or cluster; left out, segment, or as in the run named by <see cref="From"/>.</summary>
    public string? Command { get; init; }

    /// <summary>Tables whose columns join the customers.</summary>
    public List<WithRequest>? With { get; init; }

    /// <summary>Day that recency, ages and days count to, like 2011-12-10; empty for the usual one.</summary>
    public string? AsOf { get; init; }

    /// <summary>Folders for other programs: star, charts. With segment and report.</summary>
    public List<string>? Exports { get; init; }

    public ActionsRequest? Actions { get; init; }

    public ClusterRequest? Cluster { get; init; }

    public ReadingRequest? Reading { get; init; }

    public CleaningRequest? Cleaning { get; init; }

    public SegmentsRequest? Segments { get; init; }

    public TableRequest? Table { get; init; }
}

/// <summary>What a person says about a file; null means found out.</summary>
internal sealed record ReadingRequest
{
    /// <summary>Column name or number by role (customer, price …); an empty name means that there is no such column.</summary>
    public Dictionary<string, string>? Columns { get; init; }

    public string? Encoding { get; init; }

    /// <summary>One sign, or tab, or blanks.</summary>
    public string? Delimiter { get; init; }

    /// <summary>point or comma.</summary>
    public string? Decimal { get; init; }

    /// <summary>dmy, mdy, ymd, excel or excel1904.</summary>
    public string? DateOrder { get; init; }

    /// <summary>Offset like +02:00.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Line of the header; 0 says that there is none.</summary>
    public int? HeaderLine { get; init; }

    /// <summary>Sheet of a workbook, by name or number.</summary>
    public string? Sheet { get; init; }
}

/// <summary>How sales are cleaned.</summary>
internal sealed record CleaningRequest
{
    /// <summary>exclude, net or match.</summary>
    public string? Returns { get; init; }

    /// <summary>Optional rules switched on.</summary>
    public List<string>? Extra { get; init; }

    /// <summary>Standard rules switched off.</summary>
    public List<string>? Without { get; init; }

    /// <summary>Most unreadable lines before the run stops, 0 to 1.</summary>
    public double? MaxRejects { get; init; }
}

/// <summary>How customers of sales are put into segments.</summary>
internal sealed record SegmentsRequest
{
    /// <summary>both, rfm or kmeans.</summary>
    public string? Method { get; init; }

    /// <summary>A map of the catalog.</summary>
    public string? Map { get; init; }

    public string? Scoring { get; init; }

    /// <summary>Rising upper bounds per measure, for fixed scores: recency 30, 90, 180, 365.</summary>
    public Dictionary<string, List<double>>? Thresholds { get; init; }

    public int? LeastK { get; init; }

    public int? MostK { get; init; }

    public List<string>? Features { get; init; }

    public string? Transform { get; init; }

    public string? Scale { get; init; }

    public ulong? Seed { get; init; }
}

/// <summary>How a customer table is understood and put into segments.</summary>
internal sealed record TableRequest
{
    /// <summary>Column that names the customer.</summary>
    public string? Id { get; init; }

    /// <summary>Types asked for, as column=type.</summary>
    public List<string>? Types { get; init; }

    /// <summary>Cleaning rules by name, set as on the command line: iqr:clip.</summary>
    public Dictionary<string, string>? Cleaning { get; init; }

    /// <summary>Columns that form the segments; empty means chosen.</summary>
    public List<string>? Features { get; init; }

    public List<string>? Without { get; init; }

    /// <summary>How words of single columns form segments, as column=frequency.</summary>
    public List<string>? Encodings { get; init; }

    public string? Method { get; init; }

    public int? LeastK { get; init; }

    public int? MostK { get; init; }

    public ulong? Seed { get; init; }
}
