namespace Clientele.Sales.Layouts;

/// <summary>Finds out which column plays which role: what the user says, then names, then content.</summary>
internal sealed class RoleFinder
{
    private readonly SampleColumns _columns;
    private readonly ReadOptions _options;
    private readonly List<Decision> _decisions;
    private readonly bool[] _refused = new bool[RoleMap.Roles];

    public RoleFinder(SampleColumns columns, ReadOptions options, List<Decision> decisions)
    {
        _columns = columns;
        _options = options;
        _decisions = decisions;
        if (options.Columns.Count > 0) TakeAsked();
    }

    public RoleMap Roles { get; } = new();

    /// <summary>The user said something about this role: a column, or that there is none.</summary>
    public bool Asked(Role role) => _options.Columns.Count > 0 && _options.Columns.ContainsKey(role);

    private bool Serials => _options.DateOrder?.StartsWith("excel", StringComparison.OrdinalIgnoreCase) == true;

    public static string OptionOf(Role role) => "--" + NameOf(role);

    public static string NameOf(Role role) => role switch
    {
        Role.Customer => "customer",
        Role.Invoice => "invoice",
        Role.Product => "product",
        Role.Description => "description",
        Role.Quantity => "quantity",
        Role.Price => "price",
        Role.Amount => "amount",
        Role.Date => "date",
        Role.Time => "time",
        Role.Country => "country",
        Role.Store => "store",
        Role.Category => "category",
        Role.Status => "status",
        _ => "currency",
    };

    public RoleMap Find()
    {
        if (_columns.Header.Record < 0)
        {
            ContentRoles.Find(_columns, this);
        }
        else
        {
            FindDate();
            ByName(Role.Amount, required: true);
            ByName(Role.Price, required: !Roles.ContainsKey(Role.Amount));
            ByName(Role.Quantity, required: true);
            ByName(Role.Customer, required: true);
            ByName(Role.Invoice, required: true);
            ByName(Role.Description, required: false);
            ByName(Role.Product, required: false);
            for (var role = Role.Country; role <= Role.Currency; role++) ByName(role, required: false);
        }

        FindTime();
        if (!Roles.ContainsKey(Role.Product) && !Asked(Role.Product) && Roles.TryGetValue(Role.Description, out var description) && !Asked(Role.Description))
        {
            Roles[Role.Description] = -1;
            Give(Role.Product, description, "there is no column of product codes, so the description names the product");
        }

        RoleCheck.Verify(_columns, this);
        return Roles;
    }

    public bool Free(Role role, int column) => !Roles.Uses(column) && !Roles.ContainsKey(role) && !_refused[(int)role];

    public void Give(Role role, int column, string reason)
    {
        Roles[role] = column;
        Say(role, $"{_columns.Name(column)} (column {column + 1})", reason);
    }

    public void Say(Role role, string value, string reason) =>
        _decisions.Add(new(NameOf(role), value, reason, $"{OptionOf(role)} <column>"));

    private void TakeAsked()
    {
        for (var role = Role.Customer; role <= Role.Currency; role++)
        {
            if (!_options.Columns.TryGetValue(role, out var asked)) continue;
            if (asked.Length == 0)
            {
                _refused[(int)role] = true;
                Say(role, "none", "asked for");
                continue;
            }

            var column = _columns.Find(role, asked);
            if (Roles.Uses(column)) throw LayoutProblems.ColumnTwice(_columns, role, column);
            Give(role, column, "asked for");
        }
    }

    private void FindDate()
    {
        ByName(Role.Date, required: true);
        if (Roles.ContainsKey(Role.Date) || _refused[(int)Role.Date]) return;
        var found = -1;
        for (var i = 0; i < _columns.Count; i++)
        {
            if (!Free(Role.Date, i) || !_columns.Profiles[i].Dated || _columns.IsOtherDate(i)) continue;
            if (found >= 0) throw LayoutProblems.Choose(_columns, Role.Date, [found, i]);
            found = i;
        }

        if (found >= 0) Give(Role.Date, found, "the only column of dates");
        for (var i = 0; i < _columns.Count && found < 0; i++)
        {
            if (!Free(Role.Date, i) || _columns.Rank(Role.Date, i) is < 0 or > 1 || _columns.Profiles[i].TimesOfDay) continue;
            found = i;
            Give(Role.Date, i, "the name fits");
        }
    }

    private void FindTime()
    {
        if (!Roles.TryGetValue(Role.Date, out var date) || Roles.ContainsKey(Role.Time)) return;
        if (_columns.Profiles[date].Timed > 0) return;
        for (var i = 0; i < _columns.Count; i++)
        {
            if (!Free(Role.Time, i) || !_columns.Profiles[i].TimesOfDay) continue;
            if (_columns.Header.Record >= 0 && _columns.Rank(Role.Time, i) < 0) continue;
            Give(Role.Time, i, "times of day, and the date column has none");
            return;
        }
    }

    /// <summary>The column whose name fits best. Two that fit equally: an error where the choice changes the result, else the first one.</summary>
    private void ByName(Role role, bool required)
    {
        if (Roles.ContainsKey(role) || _refused[(int)role]) return;
        int best = -1, rank = int.MaxValue, rivals = 0;
        for (var i = 0; i < _columns.Count; i++)
        {
            if (!Free(role, i)) continue;
            var fit = _columns.Rank(role, i);
            if (fit < 0 || fit > rank || !Holds(role, _columns.Profiles[i], fit)) continue;
            rivals = fit == rank ? rivals + 1 : 0;
            if (fit == rank) continue;
            (best, rank) = (i, fit);
        }

        if (best < 0) return;
        if (rivals == 0)
        {
            Give(role, best, rank == 3 ? $"part of the name fits, and the cells are {_columns.Profiles[best].Type}" : $"the name fits; the cells are {_columns.Profiles[best].Type}");
            return;
        }

        var equals = Equals(role, rank);
        if (!required)
        {
            Give(role, best, $"the first of {rivals + 1} columns whose names fit equally");
        }
        else if (role is Role.Customer or Role.Invoice or Role.Product && AllOneToOne(equals))
        {
            Give(role, best, $"{rivals + 1} names fit equally, and in the sample they name the same things");
        }
        else
        {
            throw LayoutProblems.Choose(_columns, role, equals);
        }
    }

    private int[] Equals(Role role, int rank)
    {
        var equals = new List<int>();
        for (var i = 0; i < _columns.Count; i++)
        {
            if (Free(role, i) && _columns.Rank(role, i) == rank && Holds(role, _columns.Profiles[i], rank)) equals.Add(i);
        }

        return [.. equals];
    }

    private bool AllOneToOne(int[] columns)
    {
        for (var i = 1; i < columns.Length; i++)
        {
            if (!_columns.OneToOne(columns[0], columns[i])) return false;
        }

        return true;
    }

    /// <summary>Whether the cells can play the role; a weak name needs proof, a good name only no disproof.</summary>
    private bool Holds(Role role, ColumnProfile profile, int rank) => role switch
    {
        Role.Date => profile.Dated || (rank < 3 && profile.Dates * 2 > profile.Filled) || (Serials && profile.Numeric && rank < 3),
        Role.Amount or Role.Price or Role.Quantity => profile.Numeric || (rank < 3 && (profile.Integers + profile.Decimals) * 2 >= profile.Filled),
        Role.Customer => !profile.Dated && !profile.TimesOfDay && (rank < 3 || !profile.Unique) && !(rank > 0 && profile.NoIds),
        Role.Invoice => !(profile.NoIds && rank > 0) && !profile.TimesOfDay,
        Role.Product or Role.Store => !profile.Dated && !profile.TimesOfDay,
        Role.Time => false,
        Role.Status => !profile.NoIds,
        _ => !profile.Dated,
    };
}
