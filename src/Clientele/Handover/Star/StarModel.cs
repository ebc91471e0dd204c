namespace Clientele.Handover.Star;

/// <summary>One table: a CSV file and what its columns mean.</summary>
/// <param name="Name">Name in the model; the file is the name with <c>.csv</c>.</param>
/// <param name="Meaning">One sentence: what one row is.</param>
/// <param name="Rows">Rows without the heading.</param>
/// <param name="Columns">In file order.</param>
internal sealed record StarTable(string Name, string Meaning, long Rows, IReadOnlyList<StarColumn> Columns)
{
    public string File => Name + ".csv";

    public bool Has(string column)
    {
        foreach (var own in Columns)
        {
            if (own.Name == column) return true;
        }

        return false;
    }
}

/// <summary>Many rows of one table point to one of another, by columns of the same name.</summary>
/// <param name="From">The table that points; many rows may point to one.</param>
/// <param name="To">The table that is pointed to.</param>
/// <param name="Column">In both.</param>
internal sealed record StarRelation(string From, string To, string Column);

/// <summary>A figure worked out from the tables, for whatever is chosen.</summary>
/// <param name="Table">Where it is listed.</param>
/// <param name="Name">As people read it.</param>
/// <param name="Dax">How Power BI works it out.</param>
/// <param name="Format">How it is shown.</param>
/// <param name="Folder">Its folder in the list of fields.</param>
/// <param name="Words">How it is worked out, in a sentence.</param>
internal sealed record StarMeasure(string Table, string Name, string Dax, string Format, string Folder, string Words)
{
    public bool Hidden { get; init; }
}

/// <summary>Tables, how they hang together, and what can be asked of them.</summary>
internal sealed record StarModel(IReadOnlyList<StarTable> Tables, IReadOnlyList<StarRelation> Relations, IReadOnlyList<StarMeasure> Measures)
{
    public StarTable? this[string table]
    {
        get
        {
            foreach (var one in Tables)
            {
                if (one.Name == table) return one;
            }

            return null;
        }
    }

    public bool Has(string measure)
    {
        foreach (var one in Measures)
        {
            if (one.Name == measure) return true;
        }

        return false;
    }
}
