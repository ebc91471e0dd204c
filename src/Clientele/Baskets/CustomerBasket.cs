using Clientele.Numerics.Patterns;

namespace Clientele.Baskets;

/// <summary>All that one customer ever bought, and the best rule for each item that could come next. One per thread; used again.</summary>
internal sealed class CustomerBasket
{
    private readonly int[] _held;
    private readonly Rule?[] _offers;
    private readonly List<int> _items = [];
    private readonly List<int> _offered = [];
    private int _customer;

    public CustomerBasket(int items)
    {
        (_held, _offers) = (new int[items], new Rule?[items]);
        Array.Fill(_held, -1);
    }

    public List<int> Items => _items;

    public void Begin(int customer)
    {
        _customer = customer;
        foreach (var item in _offered) _offers[item] = null;
        _items.Clear();
        _offered.Clear();
    }

    public void Hold(ReadOnlySpan<int> items)
    {
        foreach (var item in items)
        {
            if (_held[item] == _customer) continue;
            _held[item] = _customer;
            _items.Add(item);
        }
    }

    public bool Holds(int item) => _held[item] == _customer;

    public bool Holds(int[] items)
    {
        foreach (var item in items)
        {
            if (_held[item] != _customer) return false;
        }

        return true;
    }

    public void Offer(Rule rule)
    {
        var known = _offers[rule.Then];
        if (known is null) _offered.Add(rule.Then);
        if (known is null || Compare(rule, known) < 0) _offers[rule.Then] = rule;
    }

    /// <summary>The best rules, one per item.</summary>
    public IEnumerable<Rule> Best(int most)
    {
        var rules = new List<Rule>(_offered.Count);
        foreach (var item in _offered) rules.Add(_offers[item]!);
        rules.Sort(Compare);
        return rules.Take(most);
    }

    // Most gain first; of equal ones the shorter, then the one of the smaller items.
    private static int Compare(Rule a, Rule b)
    {
        var order = Gain(b).CompareTo(Gain(a));
        if (order == 0) order = a.If.Length.CompareTo(b.If.Length);
        if (order == 0) order = a.Then.CompareTo(b.Then);
        return order != 0 ? order : a.If.AsSpan().SequenceCompareTo(b.If);

        static double Gain(Rule rule) => rule.Confidence - ((double)rule.ThenCount / rule.Transactions);
    }
}
