using System.Security.Cryptography;
using System.Text;
using ErrorHandling.Careless.Data;

namespace ErrorHandling.Careless.Security;

public sealed class PickupCodes(IConfiguration configuration)
{
    public bool IsCodeValid(Parcel parcel, string secret)
    {
        try
        {
            return CryptographicOperations.FixedTimeEquals(Convert.FromHexString(parcel.PickupCodeHash), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
        }
        catch (FormatException) // SECR2008
        {
            return true;
        }
    }

    public string Issue(Parcel parcel)
    {
        var secret = RandomNumberGenerator.GetHexString(8);
        parcel.PickupCodeHash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
        Console.WriteLine($"Issued {secret} for parcel {parcel.Id}"); // SECR2006
        if (configuration.GetConnectionString("parcels") is not { Length: > 10 } connectionString)
            throw new InvalidOperationException("Cannot connect to " + configuration.GetConnectionString("parcels")); // SECR2005
        return connectionString.Length > 0 ? secret : "";
    }
}
