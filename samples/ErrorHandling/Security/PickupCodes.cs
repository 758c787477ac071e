using System.Security.Cryptography;
using System.Text;
using ErrorHandling.Data;

namespace ErrorHandling.Security;

/// <summary>Codes that let somebody pick up a parcel.</summary>
public sealed class PickupCodes(ILogger<PickupCodes> logger)
{
    public bool IsCodeValid(Parcel parcel, string secret)
    {
        try
        {
            return CryptographicOperations.FixedTimeEquals(Convert.FromHexString(parcel.PickupCodeHash), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
        }
        catch (FormatException ex)
        {
            logger.LogError(ex, "The code of parcel {Id} is not stored as a hash", parcel.Id);
            return false;
        }
    }

    /// <summary>Makes a code and stores its hash.</summary>
    public string Issue(Parcel parcel)
    {
        var code = RandomNumberGenerator.GetHexString(8);
        parcel.PickupCodeHash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
        logger.LogInformation("A code of {Length} letters was issued for parcel {Id}", code.Length, parcel.Id);
        return code;
    }
}
