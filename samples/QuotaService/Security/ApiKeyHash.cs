using System.Security.Cryptography;
using System.Text;

namespace QuotaService.Security;

/// <summary>Keys are long and random, so a plain digest is enough to store them by.</summary>
public static class ApiKeyHash
{
    public static string Of(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
