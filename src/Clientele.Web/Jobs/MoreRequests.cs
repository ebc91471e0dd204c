namespace Clientele.Web.Jobs;

/// <summary>A table to join.</summary>
internal sealed record WithRequest
{
    /// <summary>Id of the file.</summary>
    public required string Source { get; init; }

    /// <summary>Its column of customer ids, by name or number; left out, found out.</summary>
    public string? Key { get; init; }
}

/// <summary>What actions are sized with.</summary>
internal sealed record ActionsRequest
{
    /// <summary>Days ahead that money is counted for, 7 to 730.</summary>
    public int? HorizonDays { get; init; }

    /// <summary>Share of a sale that stays with the shop, above 0 and at most 1.</summary>
    public double? Margin { get; init; }

    /// <summary>Cost of reaching one customer once.</summary>
    public double? ContactCost { get; init; }

    /// <summary>Actions at most, 1 to 100.</summary>
    public int? Most { get; init; }

    /// <summary>Plays to look at; empty means all.</summary>
    public List<string>? Only { get; init; }

    /// <summary>Assumptions by play.knob: win-back.response 0.015.</summary>
    public Dictionary<string, double>? Settings { get; init; }
}

/// <summary>How the rows of any table are clustered.</summary>
internal sealed record ClusterRequest
{
    /// <summary>A method of the catalog, or all to compare them.</summary>
    public string? Method { get; init; }

    /// <summary>Settings of the method by knob.</summary>
    public Dictionary<string, double>? Settings { get; init; }

    public int? LeastK { get; init; }

    public int? MostK { get; init; }

    /// <summary>Columns to cluster by; empty means every numeric one that is no id.</summary>
    public List<string>? Columns { get; init; }

    /// <summary>Columns of categories besides.</summary>
    public List<string>? Categorical { get; init; }

    /// <summary>Columns of words that count as the share of the rows with the same word.</summary>
    public List<string>? Frequency { get; init; }

    /// <summary>Column that names the rows.</summary>
    public string? Id { get; init; }

    /// <summary>none, standard, robust or minmax.</summary>
    public string? Scale { get; init; }

    /// <summary>refuse, drop, mean or median.</summary>
    public string? Missing { get; init; }

    public ulong? Seed { get; init; }
}
