using Clientele.Reports.Writing;
using Clientele.Segments;

namespace Clientele.Handover.Star.Sheets;

/// <summary>The segments, or the clusters: name, place, colour and why.</summary>
internal sealed class GroupsSheet : IStarSheet
{
    private readonly Segmentation _groups;
    private readonly string[] _keys;
    private readonly bool _money;

    /// <summary>Takes a segmentation.</summary>
    /// <param name="name">segments or clusters; a row is called without the s.</param>
    /// <param name="groups">In canonical order.</param>
    /// <param name="keys">Key per group.</param>
    /// <param name="money">Their money is known.</param>
    public GroupsSheet(string name, Segmentation groups, string[] keys, bool money)
    {
        (_groups, _keys, _money) = (groups, keys, money);
        var one = name[..^1];
        var columns = new List<StarColumn>
        {
            new(one, StarType.Text, "", $"Key: name of the {one}.") { IsKey = true, SortedBy = "order" },
            new("order", StarType.Whole, "", "Place, 1 first: largest money first.") { Format = "0", Hidden = true },
            new("group", StarType.Text, "", "Broad group: high-value, promising, occasional, at-risk or lost; empty where the method tells none."),
            new("colour", StarType.Text, "", "Its colour in the report, as #rrggbb.") { Hidden = true },
            new("size", StarType.Whole, "customers", "Customers in it, whatever is chosen."),
        };
        if (money) columns.Add(new("total", StarCells.TypeOf([.. groups.Segments.Select(s => s.Money)]), "money", "Money of its customers, whatever is chosen.") { Format = "#,0.00" });
        columns.Add(new("why", StarType.Text, "", "The rule, or what sets it apart."));
        Table = new(name, name == "segments" ? "One segment of customers." : "One cluster of customers.", groups.Segments.Count, columns);
    }

    public StarTable Table { get; }

    /// <summary>A key per group: its name.</summary>
    public static string[] Keys(Segmentation groups)
    {
        var names = new string[groups.Segments.Count];
        for (var i = 0; i < names.Length; i++) names[i] = groups.Segments[i].Name;
        return StarKeys.Of(names);
    }

    public void Write(Stream output)
    {
        var text = new Utf8Text();
        text.Header(Table);
        for (var i = 0; i < _keys.Length; i++)
        {
            var group = _groups.Segments[i];
            text.Cell(_keys[i]);
            text.Byte((byte)',');
            text.Integer(i + 1);
            text.Byte((byte)',');
            text.Cell(group.Group);
            text.Byte((byte)',');
            text.Text(StarColours.Of(i));
            text.Byte((byte)',');
            text.Integer(group.Count);
            text.Byte((byte)',');
            if (_money)
            {
                text.Money(group.Money);
                text.Byte((byte)',');
            }

            text.Cell(group.Why);
            text.Byte((byte)'\n');
        }

        text.FlushTo(output);
    }
}
