namespace Clientele.Samples;

/// <summary>One customer's habit and where they stand; about 70 bytes, the only thing that grows with the shop.</summary>
internal struct ShopCustomer
{
    /// <summary>Business (see <see cref="ShopCalendar.BusyUntil"/>) at the next visit, in the customer's rhythm.</summary>
    public double At;

    /// <summary>Business at which the customer leaves for good.</summary>
    public double Until;

    /// <summary>Visits per unit of business.</summary>
    public float Rate;

    /// <summary>Mean of the exponential number whose whole part is the lines beyond the first.</summary>
    public float Extra;

    /// <summary>Chance that one line of a visit comes back.</summary>
    public float Returns;

    /// <summary>Day of the first visit in the file.</summary>
    public ushort ArrivalDay;

    /// <summary>First day on which the customer does not buy any more; <see cref="ushort.MaxValue"/> is never.</summary>
    public ushort LeaveDay;

    public byte Kind;

    public byte Home;

    /// <summary>Share of lines from the home category in 256ths.</summary>
    public byte HomeShare;

    /// <summary>0 cheap … 255 dear.</summary>
    public byte PriceLevel;

    public byte Country;

    public byte Store;

    /// <summary>Forms of the id on kept lines: 1 plain, 2 blank before, 4 blank behind.</summary>
    public byte KeptForms;

    public ushort ReturnProduct;

    /// <summary>Pieces that will come back, 0 when nothing is under way.</summary>
    public int ReturnQuantity;

    /// <summary>Thousandths of the money unit per piece.</summary>
    public int ReturnMills;

    /// <summary>Visits made so far.</summary>
    public int Visits;

    /// <summary>Next customer who comes on the same day, or -1.</summary>
    public int Next;

    /// <summary>Next customer who brings something back on the same day, or -1.</summary>
    public int NextReturn;
}
