using System.Security.Cryptography;
using System.Text;

namespace ErrorHandling.Security;

/// <summary>Lets requests with the key pass. What goes wrong in the check is a refusal.</summary>
public sealed class ApiKeyMiddleware(RequestDelegate next, IConfiguration configuration, ILogger<ApiKeyMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var apiKey = context.Request.Headers["X-Api-Key"].ToString();
        if (!IsKeyValid(apiKey))
        {
            logger.LogWarning("A key of {Length} letters was refused for {Path}", apiKey.Length, context.Request.Path);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        await next(context);
    }

    private bool IsKeyValid(string apiKey)
    {
        try
        {
            var expected = configuration["Api:Key"] ?? throw new InvalidOperationException("The setting 'Api:Key' is missing.");
            return CryptographicOperations.FixedTimeEquals(Hash(apiKey), Hash(expected));
        }
        catch (InvalidOperationException ex)
        {
            logger.LogError(ex, "No key can be checked");
            return false;
        }
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
