using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tenants.Security;

namespace Tenants.Controllers;

/// <summary>The base of all controllers: nobody gets in without signing in.</summary>
[ApiController]
[Authorize]
[Route("api/[controller]")]
public abstract class ApiController : ControllerBase
{
    protected string UserId => User.GetUserId();
}
