namespace ErrorHandling.Data;

public class Parcel
{
    public int Id { get; set; }

    public string Recipient { get; set; } = "";

    public bool IsSealed { get; set; }

    /// <summary>The hash of the code that lets somebody pick the parcel up.</summary>
    public string PickupCodeHash { get; set; } = "";
}
