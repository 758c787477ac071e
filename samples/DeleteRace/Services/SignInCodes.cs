using System;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;

namespace Tickets.Services;

public class SignInCodes(IMemoryCache cache)
{
    private readonly ConcurrentDictionary<string, string> _codes = new();

    public string Send(string phone)
    {
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6");
        cache.Set(KeyFor(phone), code, TimeSpan.FromMinutes(5));
        _codes[phone] = code;
        return code;
    }

    public bool Check(string phone, string code)
    {
        if (!cache.TryGetValue(KeyFor(phone), out string? expected) || expected != code)
            return false;
        cache.Remove(KeyFor(phone)); // expect SECR4007
        return true;
    }

    public bool CheckOnce(string phone, string code) =>
        _codes.TryRemove(phone, out var expected) && expected == code; // right

    private static string KeyFor(string phone) => $"otp/{phone}";
}
