using System.Text.Json;

namespace Clientele.Numerics.Scaling;

/// <summary>Several transforms, one after the other, as one.</summary>
public sealed class TransformChain : FittedTransform
{
    /// <summary>Links fitted transforms; each takes as many columns as the one before gives.</summary>
    /// <param name="links">At least one, in the order of work.</param>
    public TransformChain(params FittedTransform[] links)
    {
        ArgumentNullException.ThrowIfNull(links);
        if (links.Length == 0) throw new ArgumentException("Needs at least one transform.", nameof(links));
        for (var i = 1; i < links.Length; i++)
        {
            if (links[i].Columns != links[i - 1].OutputColumns)
                throw new ArgumentException($"\"{links[i].Name}\" takes {links[i].Columns} columns, \"{links[i - 1].Name}\" gives {links[i - 1].OutputColumns}.", nameof(links));
        }

        Links = [.. links];
    }

    /// <summary>In the order of work.</summary>
    public IReadOnlyList<FittedTransform> Links { get; }

    public override string Name => "chain";

    public override int Columns => Links[0].Columns;

    public override int OutputColumns => Links[^1].OutputColumns;

    public override Matrix Apply(Matrix x)
    {
        foreach (var link in Links) x = link.Apply(x);
        return x;
    }

    public override double[] Invert(ReadOnlySpan<double> row)
    {
        var original = row.ToArray();
        for (var i = Links.Count - 1; i >= 0; i--) original = Links[i].Invert(original);
        return original;
    }

    internal static TransformChain ReadState(JsonElement state) => new([.. state.GetProperty("links").EnumerateArray().Select(FittedTransforms.Read)]);

    protected internal override void WriteState(Utf8JsonWriter json)
    {
        json.WriteStartArray("links");
        foreach (var link in Links) FittedTransforms.Write(link, json);
        json.WriteEndArray();
    }
}
