namespace Clientele.Samples;

/// <summary>Runs the shop day by day: who comes today, in order of time, and when they come again.</summary>
internal sealed class ShopDays
{
    private const int SecondShift = 46;
    private const int WhatShift = 43;

    private readonly ShopCalendar _calendar;
    private readonly ShopCatalog _catalog;
    private readonly ShopCustomer[] _people;
    private readonly ShopTill _till;
    private readonly ShopStaff _staff;
    private readonly ShopDirt _dirt;
    private readonly ulong _seed;
    private readonly int[] _visitors;
    private readonly int[] _returners;
    private ulong[] _events = new ulong[1024];
    private int _count;
    private ulong _guests;

    public ShopDays(ShopCalendar calendar, ShopCatalog catalog, ShopCustomer[] people, ShopTill till, ShopStaff staff, ShopDirt dirt, ulong seed)
    {
        (_calendar, _catalog, _people, _till, _staff, _dirt, _seed) = (calendar, catalog, people, till, staff, dirt, seed);
        _visitors = new int[calendar.Days];
        _returners = new int[calendar.Days];
        Array.Fill(_visitors, -1);
        Array.Fill(_returners, -1);
        for (var i = 0; i < people.Length; i++) Schedule(i, ref people[i]);
    }

    private enum What
    {
        Visit,
        Return,
        Guest,
        Staff,
    }

    /// <summary>Opens the shop until the period ends or the writer is full; returns the last day opened.</summary>
    public int Run(SalesWriter writer, CancellationToken cancellation)
    {
        for (var day = 0; day < _calendar.Days; day++)
        {
            cancellation.ThrowIfCancellationRequested();
            writer.OpenDay(_calendar.Date(day));
            _catalog.Open(day);
            Gather(day);
            for (var i = 0; i < _count; i++)
            {
                if (writer.Full) return day;
                Serve(_events[i], day);
            }
        }

        return _calendar.Days - 1;
    }

    /// <summary>Everything that happens on a day, in order of time; customers are scheduled for their next day.</summary>
    private void Gather(int day)
    {
        _count = 0;
        var visits = 0;
        for (var i = _visitors[day]; i >= 0;)
        {
            ref var person = ref _people[i];
            var next = person.Next;
            var rhythm = CustomerKind.All[person.Kind].Rhythm;
            var endOfDay = _calendar.BusyUntil(rhythm, day + 1);
            for (var visit = person.Visits; person.At < endOfDay && person.At < person.Until; visit++)
            {
                var chance = new Chance(_seed, ChanceStream.Timing, (ulong)i, (ulong)visit);
                Add(_calendar.Second(day, ref chance), What.Visit, (ulong)i);
                if (chance.Happens(_dirt.Rate(Dirt.Guest))) Add(_calendar.Second(day, ref chance), What.Guest, _guests++);
                person.At = person.Rate > 0 ? person.At + chance.Exponential() / person.Rate : double.MaxValue;
                visits++;
            }

            Schedule(i, ref person);
            i = next;
        }

        for (var i = _returners[day]; i >= 0; i = _people[i].NextReturn)
        {
            var chance = new Chance(_seed, ChanceStream.Timing, (ulong)i, (1UL << 40) + (ulong)day);
            Add(_calendar.Second(day, ref chance), What.Return, (ulong)i);
        }

        var office = new Chance(_seed, ChanceStream.Day, (ulong)day);
        for (var kind = 0; kind < ShopStaff.Kinds.Length; kind++)
        {
            var times = office.Around(visits * _dirt.Rate(ShopStaff.Kinds[kind]));
            for (var n = 0; n < times; n++) Add(_calendar.Second(day, ref office), What.Staff, (ulong)(n * ShopStaff.Kinds.Length + kind));
        }

        Array.Sort(_events, 0, _count);
    }

    private void Serve(ulong happening, int day)
    {
        var second = (int)(happening >> SecondShift);
        var which = happening & ((1UL << WhatShift) - 1);
        switch ((What)(happening >> WhatShift & 7))
        {
            case What.Visit:
                ref var person = ref _people[which];
                var chance = new Chance(_seed, ChanceStream.Basket, which, (ulong)person.Visits++);
                var due = _till.Visit((int)which, ref person, day, second, ref chance);
                if (due < 0) break;
                person.NextReturn = _returners[due];
                _returners[due] = (int)which;
                break;
            case What.Return:
                _till.Return((int)which, ref _people[which], second);
                break;
            case What.Guest:
                var guest = new Chance(_seed, ChanceStream.Guest, which);
                _till.Guest(second, ref guest);
                break;
            default:
                var office = new Chance(_seed, ChanceStream.Staff, (ulong)day, which);
                _staff.Book(ShopStaff.Kinds[which % (ulong)ShopStaff.Kinds.Length], second, ref office);
                break;
        }
    }

    private void Schedule(int customer, ref ShopCustomer person)
    {
        if (person.At >= person.Until) return;
        var day = _calendar.DayOf(CustomerKind.All[person.Kind].Rhythm, person.At);
        if (day >= _calendar.Days) return;
        person.Next = _visitors[day];
        _visitors[day] = customer;
    }

    private void Add(int second, What what, ulong which)
    {
        if (_count == _events.Length) Array.Resize(ref _events, 2 * _count);
        _events[_count++] = ((ulong)second << SecondShift) | ((ulong)what << WhatShift) | which;
    }
}
